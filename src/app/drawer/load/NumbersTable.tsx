import type { Curves } from '../../../traffic/index.ts';
import { numberWords, secondWords } from './words.ts';
import styles from './Curves.module.css';

/** The same numbers as a table: for screen readers, the keyboard, and who wants to know exactly. */
export function NumbersTable({ curves, title }: { curves: Curves; title: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which keys have to be able to
    <section className={styles.table} tabIndex={0} aria-label={`${title} as a table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {curves.curves.map(({ name }) => (
              <th key={name} scope="col">
                {name}
                {curves.unit && <span> {curves.unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.at.map((from, slice) => (
            <tr key={from}>
              <th scope="row">{secondWords(from)}</th>
              {curves.curves.map(({ name, values }) => {
                const value = values[slice];
                return <td key={name}>{value === null || value === undefined ? '–' : numberWords(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
