import type { Command } from '../../commands/command.ts';
import { groupBy } from '../../controls/groupBy.ts';

const PANES: Record<NonNullable<Command['within']>, string> = {
  canvas: 'On the canvas',
  inspector: 'In the form',
  source: 'In the YAML',
  lesson: 'In the lesson',
  rail: 'In the list of files and resources',
  drawer: 'In the drawer',
  shell: 'On the whole page',
};

/** Commands that have keys: by the pane in which these work, else by what they are for. */
export function keysByPane(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const withKeys = commands.filter(({ keys }) => keys?.length);
  const groups = groupBy(withKeys, ({ within, group }) => (within ? PANES[within] : group));
  // What works everywhere comes first.
  const places = new Set(Object.values(PANES));
  return new Map([...groups].toSorted(([a], [b]) => Number(places.has(a)) - Number(places.has(b))));
}
