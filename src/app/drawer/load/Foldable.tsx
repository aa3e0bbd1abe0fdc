import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import styles from './Form.module.css';

interface FoldableProps {
  title: string;
  tone?: 'trouble';
  /** Begins open: it was made just now. */
  open?: boolean;
  /** A button at the end of its line. */
  end: ReactNode;
  children: ReactNode;
}

/** A line that says something in short, and opens to be changed. */
export function Foldable({ title, tone, open: first = false, end, children }: FoldableProps) {
  const id = useId();
  const [open, setOpen] = useState(first);
  return (
    <div className={styles.foldable} data-tone={tone}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
          <span>{title}</span>
        </button>
        {end}
      </div>
      {open && (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      )}
    </div>
  );
}
