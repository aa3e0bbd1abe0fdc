import { useEffect, useRef, useState } from 'react';
import { registerPane } from '../commands/panes.ts';
import { useSession } from '../session.tsx';
import type * as Chunk from './chunk.ts';
import styles from './MonacoView.module.css';
import { PlainView } from './PlainView.tsx';
import { setSourceEditor } from './current.ts';

/** The editor, with the plain text in its place until it is there. `nokey` keeps the canvas from taking Space typed here. */
export function MonacoView({ chunk, path }: { chunk: typeof Chunk | null; path: string }) {
  const session = useSession();
  const container = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Chunk.SourceEditor | null>(null);

  useEffect(() => {
    if (!chunk || !container.current) return;
    const made = chunk.createSourceEditor(container.current, session);
    const leavePane = registerPane('source', made);
    setSourceEditor(made);
    setEditor(made);
    return () => {
      leavePane();
      setSourceEditor(null);
      setEditor(null);
      made.dispose();
    };
  }, [chunk, session]);

  useEffect(() => editor?.show(path), [editor, path]);

  return (
    <>
      {!editor && <PlainView path={path} />}
      <div ref={container} className={`nokey ${styles.editor}`} hidden={!chunk} />
    </>
  );
}
