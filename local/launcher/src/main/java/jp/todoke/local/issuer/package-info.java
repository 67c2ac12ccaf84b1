/** The OIDC issuer of the test system: seeded users and systems, authorization code with PKCE, client credentials. */
@NullMarked
package jp.todoke.local.issuer;

import org.jspecify.annotations.NullMarked;
