import { parseDuration } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { removing, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, number, text, type Spot } from '../../spot.ts';

/** Retries that a rule leaves no time for. */
export const retryBudget: SpecRule = ({ spec }) => all(spec, 'http[]').flatMap(beyond);

const milliseconds = (spot: Spot): number | undefined => parseDuration(text(spot) ?? '')?.milliseconds;

function beyond(rule: Spot): readonly Finding[] {
  const timeout = at(rule, 'timeout');
  const retries = at(rule, 'retries');
  if (!isPresent(timeout) || !isPresent(retries)) return [];
  const perTry = at(retries, 'perTryTimeout');
  const attempts = at(retries, 'attempts');
  const again = number(attempts);
  if (!again || again < 1) return [];
  const all = milliseconds(timeout);
  const one = milliseconds(perTry);
  if (!all || !one || all <= 0 || one <= 0) return [];
  if (one >= all) {
    const what = `A single try may take ${text(perTry) ?? ''}, but all tries together only ${text(timeout) ?? ''}. A try that takes its time is not repeated: the caller gets 504 first.`;
    return [
      say('MW1111', perTry, what, { mends: [longer(timeout, one * (again + 1)), removing(perTry.path)] }),
    ];
  }
  // The last try has no time left to begin, were all before it to take theirs.
  if (again * one < all) return [];
  const fit = Math.ceil(all / one) - 1;
  const budget = `${String(again + 1)} tries of ${text(perTry) ?? ''} do not fit into the timeout of ${text(timeout) ?? ''}, which is for all of them`;
  const times = fit === 1 ? 'one retry' : `${String(fit)} retries`;
  const what = repeatsLateTries(text(at(retries, 'retryOn')))
    ? `${budget}: when each takes its time, the caller gets 504 after ${times}.`
    : `${budget}: there is time for ${times} of tries that fail at their end. And a try that runs out of its own time is not repeated at all, as retryOn names none of 5xx, gateway-error and reset.`;
  return [
    say('MW1110', attempts, what, {
      mends: [
        longer(timeout, one * (again + 1)),
        setting(attempts.path, fit, `Retry ${fit === 1 ? 'once' : `${String(fit)} times`} at most`),
      ],
    }),
  ];
}

/**
 * Whether a try that ran out of its own time is tried again: for Envoy it is a stream that was reset before an answer.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
const repeatsLateTries = (retryOn = ''): boolean =>
  retryOn.split(',').some((word) => ['5xx', 'gateway-error', 'reset'].includes(word.trim()));

function longer({ path }: Spot, time: number) {
  const written = time % 1000 === 0 ? `${String(time / 1000)}s` : `${String(Math.ceil(time))}ms`;
  return setting(path, written, `Allow ${written} in all`);
}
