import type { Fields } from '../../traffic/index.ts';
import type { WantedShare } from '../goals/goal.ts';

/** Reads the list under `split`; undefined, with objections, where it is none. */
export function readShares(fields: Fields): readonly WantedShare[] | undefined {
  const items = fields.items('split');
  if (!items) return undefined;
  const shares = items.flatMap((item) => readShare(item) ?? []);
  if (!items.length) return fields.say('split', '"split" is a list of where to, and how many of a hundred.');
  return shares.length === items.length ? shares : undefined;
}

function readShare(item: Fields): WantedShare | undefined {
  const percent = item.number('percent');
  const [host, subset, mirror] = [item.text('host'), item.text('subset'), item.text('mirror')];
  const status = item.number('status');
  const delayed = item.value('delayed');
  item.done('A share');
  if (percent === undefined || percent < 0 || percent > 100)
    return item.say(
      percent === undefined ? null : 'percent',
      'A share says how many of a hundred: "percent", from 0 to 100.',
    );
  const told = [host, mirror, status, delayed].filter((one) => one !== undefined);
  if (told.length !== 1)
    return item.say(null, 'A share says one of "host", "mirror", "status", or "delayed: true".');
  const inSubset = subset === undefined ? {} : { subset };
  if (host !== undefined) return { kind: 'destination', percent, host, ...inSubset };
  if (mirror !== undefined) return { kind: 'mirror', percent, host: mirror, ...inSubset };
  return status === undefined ? { kind: 'delayed', percent } : { kind: 'status', percent, status };
}
