import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command's words and options. Options may stand anywhere; `--` ends them; a number such as `-5` is a word. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it carries the options to the type of `values`
export function readArguments<T extends Options>(command: string, args: readonly string[], options: T) {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const after = end < 0 ? [] : args.slice(end + 1);
  // `-5` is a JSON value here, not an option: numbers are taken out first and put back in their places.
  const marked = before.map((arg, i) => (/^-\d/.test(arg) ? `\0${i}` : arg));
  try {
    const { values, positionals } = parseArgs({
      args: marked,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    const words = positionals.map((word) =>
      word.startsWith('\0') ? (before[Number(word.slice(1))] ?? '') : word,
    );
    return { values, words: [...words, ...after] };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${why}. See "meshwright ${command} --help".`);
  }
}

/** One of a few words, or a sentence that names them. */
export function oneOf<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === (value ?? choices[0]));
  if (found === undefined) throw new UsageError(`${option} can be ${choices.join(' or ')}, not "${value}".`);
  return found;
}
