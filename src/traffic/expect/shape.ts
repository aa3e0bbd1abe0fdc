import { asMap, asNumber, asText } from '../../istio/index.ts';
import type { Path, YamlMap, YamlValue } from '../../yaml/index.ts';

/** What is wrong with a file of expectations, and where in its document. */
export interface Objection {
  readonly path: Path;
  /** Whole sentences. */
  readonly message: string;
  /** What could stand there: keys in place of the last of the path, or words in place of its value. */
  readonly could?: { readonly be: 'key' | 'value'; readonly words: readonly string[] };
}

type Say = (path: Path, message: string, could?: Objection['could']) => undefined;

/** Takes down objections while a document is read. */
export function objections(): { readonly found: Objection[]; readonly say: Say } {
  const found: Objection[] = [];
  return {
    found,
    say: (path, message, could) => void found.push({ path, message, ...(could && { could }) }),
  };
}

const shown = (value: YamlValue): string => {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** Reads the fields of one map, each by name; says what has another shape than asked. */
export class Fields {
  readonly map: YamlMap;
  readonly #path: Path;
  readonly #say: Say;
  readonly #asked = new Set<string>();

  constructor(map: YamlMap, path: Path, say: Say) {
    this.map = map;
    this.#path = path;
    this.#say = say;
  }

  value(name: string): YamlValue | undefined {
    this.#asked.add(name);
    return Object.hasOwn(this.map, name) ? (this.map[name] ?? undefined) : undefined;
  }

  text(name: string): string | undefined {
    return this.#as(name, 'text', (value) => (typeof value === 'number' ? String(value) : asText(value)));
  }

  number(name: string): number | undefined {
    return this.#as(name, 'a number', asNumber);
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const isWord = (value: YamlValue): T | undefined => words.find((word) => word === value);
    return this.#as(name, `one of ${words.join(', ')}`, isWord, { be: 'value', words });
  }

  fields(name: string): Fields | undefined {
    return this.#as(name, 'a map of fields', (value) => {
      const map = asMap(value);
      return map && new Fields(map, [...this.#path, name], this.#say);
    });
  }

  list(name: string): readonly YamlValue[] | undefined {
    return this.#as(name, 'a list', (value) => (Array.isArray(value) ? value : undefined));
  }

  /** The fields of each item of a list. */
  items(name: string): readonly Fields[] | undefined {
    return this.list(name)?.flatMap((value, index) => {
      const map = asMap(value);
      if (map) return [new Fields(map, [...this.#path, name, index], this.#say)];
      this.#say([...this.#path, name, index], `This item has to be a map of fields, not ${shown(value)}.`);
      return [];
    });
  }

  texts(name: string): Readonly<Record<string, string>> | undefined {
    return this.#as(name, 'names with texts', (value) => {
      const entries = Object.entries(asMap(value) ?? {}).map(([key, text]) => [
        key,
        typeof text === 'number' || typeof text === 'boolean' ? String(text) : asText(text),
      ]);
      if (!asMap(value) || entries.some(([, text]) => text === undefined)) return undefined;
      return Object.fromEntries(entries) as Record<string, string>;
    });
  }

  #as<T>(
    name: string,
    wanted: string,
    read: (value: YamlValue) => T | undefined,
    could?: Objection['could'],
  ): T | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined)
      this.#say([...this.#path, name], `"${name}" has to be ${wanted}, not ${shown(value)}.`, could);
    return result;
  }

  say(name: string | null, message: string): undefined {
    return this.#say(name === null ? this.#path : [...this.#path, name], message);
  }

  /** Says which fields nobody asked for. */
  done(what: string): void {
    for (const name of Object.keys(this.map)) {
      if (this.#asked.has(name)) continue;
      this.#say(
        [...this.#path, name],
        `${what} has no "${name}"; it can say ${[...this.#asked].join(', ')}. It is not read.`,
        { be: 'key', words: [...this.#asked] },
      );
    }
  }
}
