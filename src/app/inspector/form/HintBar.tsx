import { useEffect, useState } from 'react';
import { loadDescriptions, summaryOfField, type Describe } from '../../../istio/index.ts';
import { formatPath } from '../../../yaml/index.ts';
import { fieldWithin } from '../model/absent.ts';
import { useCell } from './cell.ts';
import { useForm } from './context.ts';
import styles from './hint.module.css';

/**
 * What the field at hand is for. One calm place at the foot of the form, so that nothing jumps when the focus moves.
 * Each input carries the same words as its description, so here they are for the eye alone.
 */
export function HintBar() {
  const form = useForm();
  const path = useCell(form.hinted, (hinted) => hinted);
  const field = path && fieldWithin(form.schema, path);
  // An item is what its list is of.
  const named = field && field.name === '' ? fieldWithin(form.schema, path.slice(0, -1)) : field;
  const summary = named ? summaryOfField(named) : '';
  const [describe, setDescribe] = useState<Describe | null>(null);
  const wanted = field !== null && field !== undefined && summary === '' && describe === null;

  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    void loadDescriptions().then((loaded) => {
      if (current) setDescribe(() => loaded);
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  const words = summary || (path && describe?.(form.resource().kind, path)) || '';
  return (
    <div className={styles.bar} aria-hidden="true" data-hint>
      {path && field ? (
        <>
          <div className={styles.line}>
            <code className={styles.path}>
              <bdi dir="ltr">{formatPath(path)}</bdi>
            </code>
            {field.default !== undefined && <span className={styles.default}>default {field.default}</span>}
          </div>
          <p className={styles.words}>
            {firstSentences(words)} {field.deprecated && <strong>{field.deprecated}</strong>}
          </p>
        </>
      ) : (
        <p className={styles.calm}>Focus a field to read here what it does.</p>
      )}
    </div>
  );
}

/** Istio's descriptions run to pages; the first sentences say what a field is. */
function firstSentences(text: string): string {
  if (text.length <= 220) return text;
  const end = text.slice(0, 220).lastIndexOf('. ');
  return end > 60 ? text.slice(0, end + 1) : `${text.slice(0, 219)}…`;
}
