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

function noteOf(node: TopologyNode): { words: string; tone: 'plain' | 'warn' } | null {
  if (node.stale) return { words: 'broken YAML: last good picture', tone: 'warn' };
  if (node.assumed) return { words: 'assumed to exist', tone: 'plain' };
  return null;
}
