import type { RE2JS } from 're2js';

/** A regular expression as Envoy runs it, or why RE2 does not take it. */
export type RegexReading =
  | {
      readonly fault: null;
      /** Whether the whole text fits. */
      readonly matches: (text: string) => boolean;
      /** Every place that fits, replaced; `\\1` stands for what the first group took. */
      readonly replaceAll: (text: string, by: string) => string;
    }
  | { readonly fault: string };

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
    return {
      fault: null,
      matches: (text) => regex.matches(text),
      replaceAll: (text, by) => replaceAll(regex, text, by),
    };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** As RE2's GlobalReplace, which Envoy uses: an empty fit directly behind another is none. */
function replaceAll(regex: ReturnType<(typeof RE2JS)['compile']>, text: string, by: string): string {
  const matcher = regex.matcher(text);
  let [out, from] = ['', 0];
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    const taken = by.replaceAll(/\\([0-9\\])/g, (_, digit: string) =>
      digit === '\\'
        ? digit
        : Number(digit) <= matcher.groupCount()
          ? (matcher.group(Number(digit)) ?? '')
          : '',
    );
    out += text.slice(from, start) + taken;
    from = end;
  }
  return out + text.slice(from);
}

/** The reason alone, without the words around it that every such error has. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error parsing regexp: /, '').replaceAll('`', '"');
}
