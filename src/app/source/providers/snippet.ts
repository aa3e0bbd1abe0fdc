import type { CompletionItem } from '../../../language/index.ts';

/** As a snippet: the places where the caret goes become its stops. */
export function snippet({ insert, stops }: Pick<CompletionItem, 'insert' | 'stops'>): string {
  const escaped = (text: string) => text.replaceAll(/[\\$}]/g, String.raw`\$&`);
  let result = '';
  let at = 0;
  for (const [index, stop] of stops.entries()) {
    result += `${escaped(insert.slice(at, stop))}$${index === stops.length - 1 ? 0 : index + 1}`;
    at = stop;
  }
  return result + escaped(insert.slice(at));
}
