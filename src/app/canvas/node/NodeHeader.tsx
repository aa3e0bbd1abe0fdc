import { KindGlyph } from '../../controls/index.ts';
import { kindTitle, METRICS, type TopologyNode } from '../../../topology/index.ts';
import { markWords, type ProblemMark } from '../../../exchange/index.ts';
import { nodeColour } from './nodeColour.ts';
import { NodeBadges } from './NodeBadges.tsx';
import { NodeName } from './NodeName.tsx';
import styles from './MeshNode.module.css';

interface NodeHeaderProps {
  node: TopologyNode;
  mark: ProblemMark | null;
  renaming: boolean;
}

/** The upper part of a node: its kind, a few words about it, its name, and what is wrong with it. */
export function NodeHeader({ node, mark, renaming }: NodeHeaderProps) {
  return (
    <div className={styles.header} style={{ height: METRICS.headerHeight }}>
      <div className={styles.kindLine}>
        <KindGlyph kind={node.kind} colour={nodeColour(node)} />
        <span className={styles.kind}>{kindTitle(node)}</span>
        {node.detail && <span className={styles.detail}>{node.detail}</span>}
        {node.badges && node.badges.length > 0 && <NodeBadges badges={node.badges} />}
      </div>
      <div className={styles.nameLine}>
        {renaming ? (
          <NodeName node={node} />
        ) : (
          <span className={styles.name} data-name="" title={node.label}>
            {node.label}
          </span>
        )}
        {mark && !renaming && (
          <span className={styles.mark} data-severity={mark.severity} title={markWords(mark)}>
            ▲{mark.count > 1 && ` ${mark.count}`}
          </span>
        )}
      </div>
    </div>
  );
}
