import type { Block, Inline } from '../../../lessons/index.ts';
import styles from './Prose.module.css';

/** A lesson's prose. What strangers wrote stays text; nothing is fetched, and links open on a click only. */
export function Prose({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={styles.prose}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words inlines={block.inlines} />
        </p>
      );
    case 'heading':
      return (
        <h4>
          <Words inlines={block.inlines} />
        </h4>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          {item.map((inner, each) => (
            <BlockView key={each} block={inner} />
          ))}
        </li>
      ));
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'quote':
      return (
        <blockquote>
          {block.blocks.map((inner, index) => (
            <BlockView key={index} block={inner} />
          ))}
        </blockquote>
      );
    case 'code':
      return (
        // Long lines wrap, so that nothing has to be scrolled sideways to be read.
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  <Words inlines={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, each) => (
                  <td key={each}>
                    <Words inlines={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'rule':
      return <hr />;
  }
}

export function Words({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <Word key={index} inline={inline} />);
}

function Word({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return (
        <strong>
          <Words inlines={inline.inlines} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Words inlines={inline.inlines} />
        </em>
      );
    case 'struck':
      return (
        <del>
          <Words inlines={inline.inlines} />
        </del>
      );
    case 'link': {
      const here = inline.href.startsWith('#');
      return (
        <a href={inline.href} {...(!here && { target: '_blank', rel: 'noopener noreferrer' })}>
          <Words inlines={inline.inlines} />
        </a>
      );
    }
    case 'break':
      return <br />;
  }
}
