/** The contract's own checks, and what every operation of the product must declare. */
package jp.todoke.contracts;
