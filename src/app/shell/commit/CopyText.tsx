import { Copy } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { copyText } from '../../../browser/index.ts';
import { Button, LabelledField } from '../../controls/index.ts';
import styles from './CommitDialog.module.css';

interface CopyTextProps {
  label: string;
  text: string;
  /** The words of the button. */
  copy: string;
  hint?: ReactNode;
  aside?: ReactNode;
  rows: number;
  /** Without it, the text is only read. */
  onChange?: (text: string) => void;
  /** Further buttons. */
  children?: ReactNode;
}

/** A text to take away: seen, copied, and changed where it may be. */
export function CopyText({ label, text, copy, hint, aside, rows, onChange, children }: CopyTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ text: string; done: boolean } | null>(null);
  const now = copied?.text === text ? copied : null;
  const take = () =>
    copyText(text).then(
      () => setCopied({ text, done: true }),
      () => {
        setCopied({ text, done: false });
        area.current?.focus();
        area.current?.select();
      },
    );
  return (
    <LabelledField label={label} aside={aside} hint={hint}>
      {(ids) => (
        <>
          <textarea
            {...ids}
            ref={area}
            className={styles.text}
            rows={rows}
            value={text}
            readOnly={!onChange}
            spellCheck={Boolean(onChange)}
            data-own-undo
            onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange?.(event.target.value)}
          />
          <div className={styles.buttons}>
            <Button look="primary" onClick={() => void take()} disabled={text === ''}>
              <Copy size={15} aria-hidden /> {now?.done ? 'Copied' : copy}
            </Button>
            {children}
            <output className={styles.told}>
              {now &&
                !now.done &&
                'The browser does not let the page copy. The text is selected: press Ctrl+C (⌘C on a Mac).'}
            </output>
          </div>
        </>
      )}
    </LabelledField>
  );
}
