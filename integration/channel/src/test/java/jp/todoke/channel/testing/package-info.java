/** What tests of every service need around it: an issuer that it believes, a clock to set, the check against its contract. */
@NullMarked
package jp.todoke.channel.testing;

import org.jspecify.annotations.NullMarked;
