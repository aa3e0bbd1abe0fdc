import type { RefactorPlan } from '../../operations/index.ts';
import { VERDICT_WORDS, type TrafficDifference } from '../../traffic/index.ts';
import { requestWords } from '../drawer/send/requestWords.ts';
import { kindAndName } from '../drawer/send/words.ts';
import { LongWorkLine } from './LongWorkLine.tsx';
import { onlyRenamed } from './underNewNames.ts';
import { parted } from './unfollowed.ts';
import { useChangedTraffic } from './useChangedTraffic.ts';
import styles from './RefactorDialog.module.css';

const SHOWN = 6;
const NO_NAMES = {};

/** The requests that come to another end by a refactoring, one of each kind. */
export function TrafficChanged({ plan }: { plan: RefactorPlan }) {
  const comparing = useChangedTraffic(plan);
  if (comparing.state !== 'done' || !comparing.value)
    return (
      <LongWorkLine
        name="Compare requests"
        words="Sending requests through both…"
        stopped="You stopped it: what becomes of requests is not known."
        failed="What becomes of requests could not be worked out."
        work={comparing}
      />
    );
  const told = comparing.value;
  const { compared, notEvaluated } = told;
  const { followed, unfollowed } = parted(told.differences, plan.unfollowed ?? []);
  const renamed = followed.filter((each) => onlyRenamed(each, plan.renamed ?? NO_NAMES));
  const differences = followed.filter((each) => !renamed.includes(each));
  const [underNewNames, notKnown] = [renamed, unfollowed].map(requestsIn) as [number, number];
  const same = told.same + underNewNames;
  return (
    <>
      <p className={styles.note}>
        {compared === 0
          ? 'It touches no request that can be sent.'
          : same === compared
            ? `${some(compared)} compared: each goes where it went${underNewNames > 0 ? `, ${underNewNames} by the new name` : ''}.`
            : `${some(compared)} compared: ${compared - same - notKnown} come to another end${notKnown > 0 ? `; what becomes of ${notKnown} is not known here` : ''}.`}
        {notEvaluated.length > 0 &&
          plan.unfollowed === undefined &&
          ` What ${notEvaluated.map(kindAndName).join(', ')} would do is not worked out here: what such a resource serves counts as not served.`}
      </p>
      {differences.length > 0 && (
        <ul className={styles.traffic} aria-label="Requests that come to another end">
          {differences.slice(0, SHOWN).map((difference, index) => (
            <Difference key={index} difference={difference} />
          ))}
          {differences.length > SHOWN && (
            <li className={styles.note}>and {differences.length - SHOWN} more</li>
          )}
        </ul>
      )}
    </>
  );
}

function Difference({ difference: { verdict, changes, requests } }: { difference: TrafficDifference }) {
  const [example] = requests;
  if (!example) return null;
  return (
    <li data-verdict={verdict}>
      <b>{VERDICT_WORDS[verdict]}:</b> <code>{requestWords(example.request)}</code>
      {requests.length > 1 && ` and ${requests.length - 1} more`}
      {changes.map(({ what, before, after }) => (
        <small key={what}>
          {what}: {before ?? 'none'} → {after ?? 'none'}
        </small>
      ))}
    </li>
  );
}

const requestsIn = (differences: readonly TrafficDifference[]): number =>
  differences.reduce((sum, { requests }) => sum + requests.length, 0);

const some = (count: number) => (count === 1 ? '1 request' : `${count} requests`);
