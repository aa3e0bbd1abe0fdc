import { asNumber, asText, member, valueAt, type MeshSettings } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Retries } from '../outcome.ts';
import { inSeconds } from './seconds.ts';

const BUILT_IN = 'connect-failure,refused-stream,unavailable,cancelled';
const STATUS_CODES = 'retriable-status-codes';

/** The whole time for an exchange, retries included; `0s` for as long as it takes. */
export const timeoutOf = (timeout: YamlValue | undefined): string => inSeconds(asText(timeout) || '0s');

/** The retries of a route; null for none. A rule that says nothing has the mesh's, else two after failures to connect. */
export function retriesOf(retries: YamlValue | undefined, { meshConfig }: MeshSettings): Retries | null {
  const written = retries ?? valueAt(meshConfig, ['defaultHttpRetryPolicy']);
  if (written === undefined || written === null) return { attempts: 2, on: `${BUILT_IN},${STATUS_CODES}` };
  const attempts = asNumber(member(written, 'attempts')) ?? 0;
  if (attempts <= 0) return null;
  const [perTryTimeout, backoff] = [
    asText(member(written, 'perTryTimeout')),
    asText(member(written, 'backoff')),
  ];
  return {
    attempts,
    ...conditions(asText(member(written, 'retryOn'))),
    ...(perTryTimeout && { perTryTimeout: inSeconds(perTryTimeout) }),
    ...(backoff && { backoff: inSeconds(backoff) }),
  };
}

/** Status codes are a list of their own in Envoy; where some are given, one word stands for them. */
function conditions(retryOn: string | undefined): Pick<Retries, 'on' | 'codes'> {
  if (!retryOn) return { on: `${BUILT_IN},${STATUS_CODES}` };
  const words = retryOn
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  const named = words.filter((word) => !/^\d+$/.test(word));
  const codes = words.filter((word) => /^\d+$/.test(word)).map(Number);
  if (!codes.length) return { on: named.join(',') };
  return { on: [...new Set([...named, STATUS_CODES])].join(','), codes };
}

/** On what is tried again, in words: the codes in place of the word that stands for them, which means nothing without any. */
export const retriedOn = ({ on, codes = [] }: Retries): string =>
  [...on.split(',').filter((word) => word !== STATUS_CODES), ...codes].join(', ');
