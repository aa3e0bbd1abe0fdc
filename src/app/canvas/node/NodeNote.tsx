import type { TopologyNode } from '../../../topology/index.ts';
import { contentsWords } from '../words.ts';
import styles from './NodeNote.module.css';

/** A few words under a node that is not as the files have it. */
export function NodeNote({ node }: { node: TopologyNode }) {
  const note = noteOf(node);
  if (!note) return null;
  return (
    <span className={styles.note} data-tone={note.tone}>
      {note.words}
    </span>
  );
}

function noteOf(node: TopologyNode): { words: string; tone: 'plain' | 'warn' } | null {
  if (node.stale) return { words: 'broken YAML: last good picture', tone: 'warn' };
  if (node.assumed) return { words: 'assumed to exist', tone: 'plain' };
  if (node.contents) return { words: contentsWords(node.contents), tone: 'plain' };
  return null;
}
