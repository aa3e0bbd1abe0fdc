import type { TrafficDifference } from '../../traffic/index.ts';

/** Whether requests go where they went, but that it is called otherwise now: `names` leads from old names to new ones. */
export const onlyRenamed = (
  { changes }: Pick<TrafficDifference, 'changes'>,
  names: Readonly<Record<string, string>>,
): boolean =>
  changes.length > 0 &&
  changes.every(
    ({ before, after }) => before !== undefined && inOrder(renamed(before, names)) === inOrder(after ?? ''),
  );

/** Destinations are told in the order of their names, which is another with other names. */
const inOrder = (text: string): string => text.split(', ').toSorted().join(', ');

const renamed = (text: string, names: Readonly<Record<string, string>>): string =>
  Object.entries(names).reduce((now, [from, to]) => {
    // A name within a longer one is another name.
    const whole = from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return now.replaceAll(new RegExp(String.raw`(?<![\w.-])${whole}(?![\w-])(?!\.\w)`, 'g'), to);
  }, text);
