import { CircleAlert, CircleCheck, CornerUpRight, SlidersHorizontal } from 'lucide-react';
import {
  sayExpected,
  VERDICT_WORDS,
  type TrafficDifference,
  type TrafficVerdict,
} from '../../../../traffic/index.ts';
import { Button, type Stop } from '../../../controls/index.ts';
import { useStore } from '../../../useStore.ts';
import { requestWords } from '../../send/requestWords.ts';
import { kindAndName } from '../../send/words.ts';
import { compareStore, toggle } from './compareState.ts';
import type { Entry } from './entries.ts';
import { shortened } from './shortened.ts';
import styles from './DifferenceRow.module.css';

const ICONS: Readonly<Record<TrafficVerdict, typeof CircleCheck>> = {
  breaks: CircleAlert,
  elsewhere: CornerUpRight,
  otherwise: SlidersHorizontal,
  mended: CircleCheck,
};

type Change = TrafficDifference['changes'][number];

const whole = (before: string, after: string): readonly [string, string] => [before, after];

function sayChange({ what, before, after }: Change, as: typeof whole = whole): string {
  const [was, is] = as(before ?? 'none', after ?? 'none');
  return `${what}: ${was} → ${is}`;
}

/** So much of a request's end is always seen: requests to one host differ there. */
const END = 18;

function Request({ words }: { words: string }) {
  return (
    <code className={styles.request} title={words}>
      <span className={styles.beginning}>{words.slice(0, -END)}</span>
      <span>{words.slice(-END)}</span>
    </code>
  );
}

interface DifferenceRowProps {
  entry: Entry;
  caller: string;
  current: boolean;
  stop: Stop;
  onPress: () => void;
}

/** A request that comes to another end, and what is otherwise; or another to which the same happens. */
export function DifferenceRow({ entry, caller, current, stop, onPress }: DifferenceRowProps) {
  const { one, difference, others, of } = entry;
  const { verdict, changes, causes } = difference;
  const open = useStore(compareStore, (state) => state.open.has(of));
  const Icon = ICONS[verdict];
  const first = others !== null;
  return (
    <div
      className={current ? `${styles.row} ${styles.current}` : styles.row}
      data-verdict={verdict}
      data-first={first || undefined}
    >
      <button
        type="button"
        {...stop}
        className={styles.main}
        aria-current={current ? 'true' : undefined}
        onClick={onPress}
      >
        {first && <Icon size={15} aria-hidden className={styles.icon} />}
        <span className={styles.words}>
          <span className={styles.line}>
            {first && <b className={styles.verdict}>{VERDICT_WORDS[verdict]}</b>}
            {one.expectation && (
              <span className={styles.expected}>
                “{one.title}” {sayExpected(one)}
              </span>
            )}
            <Request words={requestWords(one.request)} />
            <span className={styles.from}>
              <span className="visually-hidden">from </span>
              {caller}
            </span>
          </span>
          {first && (
            <span className={styles.changes} title={changes.map((change) => sayChange(change)).join('\n')}>
              {changes.map((change) => sayChange(change, shortened)).join(' · ')}
              {causes.length > 0 && ` · by ${causes.map(kindAndName).join(' and ')}`}
            </span>
          )}
        </span>
      </button>
      {others !== null && others > 0 && (
        <Button
          size="small"
          className={styles.others}
          tabIndex={stop.tabIndex}
          aria-expanded={open}
          onClick={() => toggle(of)}
        >
          {open ? 'Fewer' : `+${others}`}
          <span className="visually-hidden"> to which the same happens</span>
        </Button>
      )}
    </div>
  );
}
