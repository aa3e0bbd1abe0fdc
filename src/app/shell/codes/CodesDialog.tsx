import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { codeInfo, isCode, type Code } from '../../../checks/index.ts';
import { Modal, RovingList, SeverityIcon, TextField } from '../../controls/index.ts';
import type { DialogProps } from '../dialogs/types.ts';
import { CodePage } from './CodePage.tsx';
import { searchCodes } from './search.ts';
import styles from './CodesDialog.module.css';

/** Every problem that is told of, by code or words, with a page for each. `target` is a code, or what to look for. */
export function CodesDialog({ target = '', onClose }: DialogProps) {
  const [query, setQuery] = useState(isCode(target) ? '' : target);
  const [chosen, setChosen] = useState<Code | null>(isCode(target) ? target : null);
  const words = useDeferredValue(query);
  const codes = useMemo(() => searchCodes(words), [words]);
  const shown = chosen !== null && codes.includes(chosen) ? chosen : codes[0];
  const field = useRef<HTMLInputElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || shown === undefined) return;
    event.preventDefault();
    setChosen(codes[codes.indexOf(shown) + by] ?? shown);
  };

  return (
    <Modal title="Problem codes" wide="full" onClose={onClose} initialFocus={field}>
      <div className={styles.columns}>
        <div className={styles.index}>
          <TextField
            ref={field}
            type="search"
            aria-label="Search problem codes"
            placeholder="MW2001, IST0101, KIA1101, or words…"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(null);
            }}
            onKeyDown={onKeyDown}
          />
          {codes.length === 0 ? (
            <p className={styles.none}>No problem is described by these words.</p>
          ) : (
            <RovingList
              key={words}
              label="Codes"
              className={styles.list}
              items={codes}
              keyOf={(code) => code}
              heightOf={() => 44}
              reveal={shown ?? null}
              onActive={setChosen}
            >
              {(code, stop) => (
                <button
                  type="button"
                  {...stop}
                  className={code === shown ? `${styles.row} ${styles.current}` : styles.row}
                  aria-current={code === shown ? 'true' : undefined}
                  onClick={() => setChosen(code)}
                >
                  <SeverityIcon severity={codeInfo(code).severity} />
                  <code>{code}</code>
                  <span className={styles.title}>{codeInfo(code).title}</span>
                </button>
              )}
            </RovingList>
          )}
        </div>
        {shown && <CodePage key={shown} code={shown} onClose={onClose} />}
      </div>
    </Modal>
  );
}
