import { sayNumber, type LoadFact, type SideNames } from '../../../../traffic/index.ts';
import styles from './Compare.module.css';

/** The numbers of both sides; the better one is marked, by more than a colour. */
export function FactsTable({ facts, names }: { facts: readonly LoadFact[]; names: SideNames }) {
  return (
    <table className={styles.facts} aria-label="Differences">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{capital(names.before)}</th>
          <th scope="col">{capital(names.after)}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ name, unit, before, after, better }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Cell words={sayNumber(before, unit)} better={better === 'before'} />
            <Cell words={sayNumber(after, unit)} better={better === 'after'} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ words, better }: { words: string; better: boolean }) {
  return (
    <td data-better={better || undefined}>
      {better && <span title="better">✓ </span>}
      {words}
    </td>
  );
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
