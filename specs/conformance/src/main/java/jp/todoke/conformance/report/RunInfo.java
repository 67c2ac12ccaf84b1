package jp.todoke.conformance.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What a reader must know to repeat a run.
 *
 * @param digest SHA-256 of the vector files
 * @param selection which vectors were run; empty for all
 */
public record RunInfo(String suiteVersion, String profile, URI baseUrl, String digest, String selection, Instant begun, Duration took) {}
