/**
 * 届野市 (139998) and its neighbour 隣野市 (139980), both fictional: residents, tax, what the national doubles know, the sixty
 * applications and what must come of each. Everyone is invented; the generator writes the same bytes every time.
 */
@NullMarked
package jp.todoke.local.sample;

import org.jspecify.annotations.NullMarked;
