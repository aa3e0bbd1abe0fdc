import { fileText } from '../../text/index.ts';
import { useSessionState } from '../session.tsx';
import styles from './PlainView.module.css';

/** More than a screen holds; the rest comes with the editor. */
const MOST_LINES = 400;

/** The text to read while the editor is on its way, where the editor will have it. */
export function PlainView({ path }: { path: string }) {
  const text = useSessionState((state) => fileText(state.workspace.files, path) ?? '');
  const lines = firstLines(text, MOST_LINES);
  return (
    <section className={styles.view} aria-label="YAML of the file" aria-busy="true">
      <pre className={styles.numbers} aria-hidden="true">
        {lines.map((_, index) => `${index + 1}\n`).join('')}
      </pre>
      <pre className={styles.text}>{lines.join('\n')}</pre>
    </section>
  );
}

function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  const end = /\r\n|\r|\n/g;
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (let match = end.exec(text); match && lines.length < most; match = end.exec(text)) {
    lines.push(text.slice(from, match.index));
    from = end.lastIndex;
  }
  return lines.length < most ? [...lines, text.slice(from)] : lines;
}
