import type { Regexes } from '../../istio/index.ts';
import {
  ASKS_NOTHING,
  httpMatchTakes,
  type HttpMatch,
  type HttpRequest,
  type TextMatch,
} from '../../routing/index.ts';

/** Why a match does not take a request: the first condition that fails, in words that follow a colon. */
export interface FailedCondition {
  /** `URI`, `METHOD`, `HEADER(name)` … */
  readonly code: string;
  readonly text: string;
}

/** What a text has to be, as in "the path is not …". */
function wanted(match: TextMatch | null): string {
  switch (match?.kind) {
    case 'exact':
      return `exactly ${match.text === '' ? 'empty' : match.text}`;
    case 'prefix':
      return `beginning with ${match.text}`;
    case 'regex':
      return `all of the form ${match.text}`;
    default:
      return 'there';
  }
}

/** Every condition that fails, each asked by itself with the same question that decided. */
export function failedConditions(
  asks: HttpMatch,
  request: HttpRequest,
  regexes: Regexes | undefined,
): readonly FailedCondition[] {
  const found: FailedCondition[] = [];
  const ask = (alone: Partial<HttpMatch>, code: string, text: string): void => {
    if (httpMatchTakes({ ...ASKS_NOTHING, ...alone }, request, regexes) === false) found.push({ code, text });
  };
  const whole = [
    ['uri', 'URI', 'the path', request.path],
    ['method', 'METHOD', 'the method', request.method],
    ['scheme', 'SCHEME', 'the scheme', request.scheme],
    ['authority', 'AUTHORITY', 'the Host', request.authority],
  ] as const;
  for (const [field, code, title, value] of whole)
    ask(
      { [field]: asks[field], ignoreUriCase: asks.ignoreUriCase },
      code,
      `${title} ${value} is not ${wanted(asks[field])}`,
    );
  for (const [name, match] of asks.headers)
    ask(
      { headers: new Map([[name, match]]) },
      `HEADER(${name})`,
      `the header ${name} is not ${wanted(match)}`,
    );
  for (const [name, match] of asks.withoutHeaders)
    ask(
      { withoutHeaders: new Map([[name, match]]) },
      `WITHOUT_HEADER(${name})`,
      `the header ${name} is ${wanted(match)}, which it must not be`,
    );
  for (const [name, match] of asks.queryParams)
    ask(
      { queryParams: new Map([[name, match]]) },
      `QUERY(${name})`,
      `the query parameter ${name} is not ${wanted(match)}`,
    );
  return found;
}

/** The first condition that fails. */
export const failedCondition = (
  asks: HttpMatch,
  request: HttpRequest,
  regexes: Regexes | undefined,
): FailedCondition =>
  failedConditions(asks, request, regexes)[0] ?? { code: 'UNKNOWN', text: 'it asks for something else' };
