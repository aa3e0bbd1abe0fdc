import { useState } from 'react';
import { copyText } from '../../../browser/index.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import styles from './PaneFailure.module.css';

/** What stands in a pane's place when it failed: what it means, and the way to take the work out. */
export function PaneFailure({
  title,
  failure,
  onRetry,
}: {
  title: string;
  failure: unknown;
  onRetry: () => void;
}) {
  const session = useSession();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');

  const copy = async () => {
    const { files } = session.getState().workspace;
    const text = files.map((file) => `# ${file.path}\n${file.text}`).join('\n---\n');
    try {
      await copyText(text);
      setCopied('yes');
    } catch {
      setCopied('refused');
    }
  };

  return (
    <div className={styles.failure} role="alert">
      <h2>{title} stopped working</h2>
      <p>
        Your files are untouched, and the other panes go on working. Try again; if it happens once more, undo
        your last change or copy your YAML and reload the page.
      </p>
      <div className={styles.actions}>
        <Button look="primary" onClick={onRetry}>
          Try again
        </Button>
        <Button onClick={() => session.dispatch({ type: 'undo' })}>Undo last change</Button>
        <Button onClick={() => void copy()}>Copy all YAML</Button>
      </div>
      <p aria-live="polite">
        {copied === 'yes' && 'Copied.'}
        {copied === 'refused' && 'This browser did not allow copying. Use Export to download the files.'}
      </p>
      <details>
        <summary>What went wrong</summary>
        <pre>{failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure)}</pre>
      </details>
    </div>
  );
}
