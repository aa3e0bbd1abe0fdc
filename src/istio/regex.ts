import type { RE2JS } from 're2js';

/** A regular expression as Envoy runs it, or why RE2 does not take it. */
export type RegexReading =
  { readonly fault: null; readonly matches: (text: string) => boolean } | { readonly fault: string };

/** Reads a pattern; the whole text must fit, as in Envoy's `safe_regex` matches. Readings are kept. */
export type Regexes = (pattern: string) => RegexReading;

let loaded: Regexes | undefined;
let loading: Promise<Regexes> | undefined;

/** RE2 once it has been loaded; undefined until then, when nothing can be said of a pattern. */
export const regexesAtHand = (): Regexes | undefined => loaded;

/** Loads RE2, which is kept out of what a page needs first. Resolves once `regexesAtHand` gives it. */
export function loadRegexes(): Promise<Regexes> {
  loading ??= import('re2js').then((engine) => (loaded = regexesOf(engine.RE2JS)));
  return loading;
}

/** Patterns that are kept read: more than any workspace writes, fewer than hurt. */
const KEPT = 2000;

function regexesOf(engine: Pick<typeof RE2JS, 'compile'>): Regexes {
  const known = new Map<string, RegexReading>();
  return (pattern) => {
    const before = known.get(pattern);
    if (before) return before;
    if (known.size >= KEPT) known.clear();
    const reading = read(engine, pattern);
    known.set(pattern, reading);
    return reading;
  };
}

function read(engine: Pick<typeof RE2JS, 'compile'>, pattern: string): RegexReading {
  try {
    const regex = engine.compile(pattern);
    return { fault: null, matches: (text) => regex.matches(text) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** The reason alone, without the words around it that every such error has. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error parsing regexp: /, '').replaceAll('`', '"');
}
