package jp.todoke.local.drill;

import java.time.Duration;

/**
 * One kill of the plan.
 *
 * @param at how far into the phase, as a part of its requests
 * @param within how long after that request has left, as a part of the time that such a request takes
 * @param pause how long the others go on before somebody brings it up again
 */
record Kill(Target target, Phase phase, double at, double within, Duration pause) {}
