import { Button } from '../../controls/index.ts';
import type { PackMenuProps } from './PackMenu.tsx';
import { pickFiles } from './pick.ts';
import styles from './Empty.module.css';

/** The first look: what lessons are made of, and the ways to begin. */
export function Empty({ onDialog, onImport }: PackMenuProps) {
  return (
    <div className={styles.empty}>
      <h2>Teach with lessons of your own</h2>
      <p>
        A lesson is Markdown: words to read, files to begin with, goals that the engine checks on the
        learner’s own YAML, hints and a solution. You write it here, see it as a learner does while you type,
        and know at once whether each step can be taught.
      </p>
      <div className={styles.ways}>
        <Button look="primary" onClick={() => onDialog({ dialog: 'new' })}>
          New lesson…
        </Button>
        <Button onClick={() => onDialog({ dialog: 'borrow' })}>Borrow one of the course…</Button>
        <Button onClick={() => pickFiles(onImport, false)}>Import a pack or lessons…</Button>
        <Button onClick={() => pickFiles(onImport, true)}>Import a folder…</Button>
      </div>
      <p className={styles.small}>
        You can also drop a zip archive, a folder or Markdown files here. What you write stays in this
        browser.
      </p>
    </div>
  );
}
