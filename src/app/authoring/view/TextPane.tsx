import { useEffect, useRef, useState } from 'react';
import { Button } from '../../controls/index.ts';
import { minimalEdit } from '../../../text/index.ts';
import { author, atStep, outlineNow, stepAtOffset } from '../author.ts';
import type * as Chunk from '../editor/chunk.ts';
import { goToStep, setTextPane } from '../goTo.ts';
import { useAuthor, useShown, useShownText } from '../useShown.ts';
import '../../source/source.css';
import styles from './TextPane.module.css';

const loadEditor = () => import('../editor/chunk.ts');

/** The text of the shown file, in Monaco; in a plain field where that cannot be had. */
export function TextPane() {
  const shown = useShownText();
  const draft = useAuthor((state) => state.draft);
  const findings = useShown()?.findings;
  const [chunk, setChunk] = useState<typeof Chunk | 'failed' | null>(null);
  const [editor, setEditor] = useState<Chunk.LessonEditor | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const path = shown?.path;

  useEffect(() => {
    if (chunk) return;
    let gone = false;
    loadEditor().then(
      (loaded) => !gone && setChunk(loaded),
      () => !gone && setChunk('failed'),
    );
    return () => void (gone = true);
  }, [chunk]);

  useEffect(() => {
    if (!chunk || chunk === 'failed' || !container.current) return;
    const made = chunk.createLessonEditor(container.current, {
      draft,
      written: (text) => {
        const { pack, path: at } = author.get();
        const lesson = pack.lessons.find(({ file }) => file.path === at)?.lesson;
        return { text, outline: outlineNow(text), lesson };
      },
      onCaret: (offset) => {
        const { draft: now, path: at } = author.get();
        const text = now.getState().files.find((file) => file.path === at)?.text;
        if (text !== undefined) atStep(stepAtOffset(text, offset));
      },
    });
    setEditor(made);
    return () => {
      setTextPane(null);
      setEditor(null);
      made.dispose();
    };
  }, [chunk, draft]);

  useEffect(() => {
    if (!editor || path === undefined) return;
    // Where one was in the lesson, over a reload and a time on the canvas.
    const { step } = author.get();
    editor.show(path);
    setTextPane(editor);
    if (step > 0) goToStep(step);
  }, [editor, path]);
  useEffect(() => editor?.mark(findings ?? []), [editor, findings]);

  if (!shown) return <p className={styles.empty}>Choose a lesson on the left, or begin a new one.</p>;
  if (chunk === 'failed') return <PlainText {...shown} onRetry={() => setChunk(null)} />;
  return (
    <div className={styles.frame}>
      {!editor && <pre className={styles.plain}>{shown.text.slice(0, 20_000)}</pre>}
      <div ref={container} className={`nokey ${styles.editor}`} hidden={!chunk} />
    </div>
  );
}

/** When the editor cannot be fetched everything can still be written. */
function PlainText({ path, text, onRetry }: { path: string; text: string; onRetry: () => void }) {
  const draft = useAuthor((state) => state.draft);
  return (
    <>
      <output className={styles.notice}>
        <p>The editor could not be loaded, so this is a plain text field. Nothing is lost.</p>
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      </output>
      <textarea
        className={`nokey ${styles.area}`}
        aria-label="Text of the lesson"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          const edit = minimalEdit(text, target.value);
          if (edit) draft.edit(path, [edit], 'plain');
        }}
      />
    </>
  );
}
