import type { TopologyNode } from '../../../topology/index.ts';
import { KindGlyph } from '../../controls/index.ts';
import { contentsWords } from '../words.ts';
import styles from './NodeNote.module.css';

/** A few words under a node that is not as the files have it. */
export function NodeNote({ node }: { node: TopologyNode }) {
  if (node.contents) return <Contents contents={node.contents} />;
  const note = noteOf(node);
  if (!note) return null;
  return (
    <span className={styles.note} data-tone={note.tone}>
      {note.words}
    </span>
  );
}

/** What a collapsed namespace holds. Kinds are told by glyph here, for want of room, and in words in the node's name. */
function Contents({ contents }: { contents: NonNullable<TopologyNode['contents']> }) {
  return (
    <span className={styles.contents} title={contentsWords(contents)}>
      {contents.map(({ kind, count }) => (
        <span key={kind}>
          <KindGlyph kind={kind} size={13} />
          {count}
        </span>
      ))}
    </span>
  );
}

/** So short that the line from the middle of the node does not run through it. */
function noteOf(node: TopologyNode): { words: string; tone: 'plain' | 'warn' } | null {
  if (node.stale) return { words: 'broken YAML', tone: 'warn' };
  if (node.assumed) return { words: 'assumed', tone: 'plain' };
  return null;
}
