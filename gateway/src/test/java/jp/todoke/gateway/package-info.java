/** The gateway before services and issuers that WireMock plays. */
package jp.todoke.gateway;
