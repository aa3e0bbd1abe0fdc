import { at, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** A rule as sentences call it: by its name if it has one, else by its place. */
export function ruleName(rule: Spot, place: 'start' | 'middle' = 'start'): string {
  const name = text(at(rule, 'name'));
  const index = Number(rule.path.at(-1)) + 1;
  const words = name ? `the rule ${quote(name)}` : `rule ${String(index)}`;
  return place === 'start' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
