import type { Curves, ScriptEvent } from '../../../../traffic/index.ts';
import { numberWords, secondWords } from '../words.ts';

/** So many curves are told of with their numbers. */
const TOLD = 6;

/** A chart for who does not see it: what it is of, between what each curve moves, where it ends, and what goes wrong meanwhile. */
export function describeChart(
  title: string,
  { curves, unit }: Curves,
  duration: number,
  events: readonly ScriptEvent[],
): string {
  const told = curves.slice(0, TOLD).map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    const last = known.at(-1);
    if (last === undefined) return `${name}: nothing`;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    if (least === most) return `${name}: ${numberWords(least)} throughout`;
    return `${name}: ${numberWords(least)} to ${numberWords(most)}, ${numberWords(last)} at the end`;
  });
  const more = curves.length - told.length;
  const wrong = events.map(({ text, from, to }) => `${text} from ${secondWords(from)} to ${secondWords(to)}`);
  return [
    `${title} over ${secondWords(duration)}${unit && `, ${unit}`}.`,
    ...(told.length ? [`${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`] : []),
    ...(wrong.length ? [`What goes wrong: ${wrong.join('; ')}.`] : []),
    'The same numbers are in the table.',
  ].join(' ');
}
