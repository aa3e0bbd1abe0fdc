import type { Operation } from '../operations/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { Code } from './codes.ts';
import type { Fix, Problem } from './problem.ts';

/**
 * Slips of spelling, quotes and form, for which a fix writes what is meant beyond doubt. All else is a decision: what opens a
 * port, lets an origin in, breaks requests on purpose or sends them elsewhere, nobody should find in a commit unasked.
 */
const slips: ReadonlySet<string> = new Set<Code>([
  'MW0010',
  'MW0011',
  'MW0102',
  'MW0106',
  'MW0107',
  'MW0201',
  'MW0203',
  'MW0204',
  'MW0213',
  'MW0313',
  'MW0318',
  'MW0319',
  'MW0320',
  'MW0416',
  'MW0424',
  'MW0430',
  'MW0435',
  'MW0437',
  'MW0443',
  'MW0622',
  'MW0624',
  'MW0631',
  'MW0704',
  'MW0705',
  'MW0720',
  'MW0807',
  'MW4001',
  'MW4101',
]);

/**
 * The fix that may be made without asking: the only one for a slip that takes nothing away and declares nothing about the
 * cluster. Where there are several ways, or something is left to fill in, a person has to choose.
 */
export function automaticFix({ code, fixes }: Problem): Fix | undefined {
  if (!slips.has(code)) return undefined;
  const [fix, ...others] = fixes.filter(({ operation }) => !needsAsking(operation));
  return others.length === 0 ? fix : undefined;
}

function needsAsking(operation: Operation): boolean {
  switch (operation.kind) {
    case 'all':
      return operation.operations.some(needsAsking);
    case 'delete-resource':
    case 'remove-field':
    case 'disconnect':
    case 'assume-service':
    case 'assume-namespace':
    case 'assume-workload':
    case 'set-setting':
    case 'suppress':
      return true;
    case 'set-field':
    case 'insert-item':
      return hasGap(operation.value);
    default:
      return false;
  }
}

/** An empty text is a place for a person to fill in. */
function hasGap(value: YamlValue): boolean {
  if (typeof value !== 'object' || value === null) return value === '';
  return Object.values(value).some(hasGap);
}
