// What people read: one word for one thing, wherever it stands.
import { expect, test } from './page';

/** Words that the page has another word for: a topic, a node and a line. Gephi's own word for its edges is Gephi's. */
const OTHER = /\b(questions?|dots?|edges?|vertices|vertex)\b/i;

test('a topic, a node and a line are called so in every view', async ({ page, visit }) => {
  for (const hash of [
    '',
    '#view=debate',
    '#view=table&rows=edges',
    '#view=matrix',
    '#view=compare',
    '#view=story',
    '#view=articles',
    '#q=isolated:hidden',
  ]) {
    await visit(hash);
    await expect(page.getByRole('region', { name: 'Search and filters' })).not.toHaveAttribute(
      'aria-busy',
      'true',
    );
    const texts = await page.evaluate(() => {
      const words: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
      for (let at = walker.nextNode() as Element | null; at; at = walker.nextNode() as Element | null) {
        // The words of the articles, and of what is coded from them, are not the page's.
        if (at.closest('a, q, mark, script, style, td, [role=gridcell], [role=row]')) continue;
        words.push(at.getAttribute('aria-label') ?? '', at.getAttribute('title') ?? '');
        for (const child of at.childNodes)
          if (child.nodeType === Node.TEXT_NODE) words.push(child.textContent ?? '');
      }
      return words;
    });
    expect(texts.filter((text) => text.trim() !== '').length).toBeGreaterThan(20);
    expect(
      texts.filter((text) => OTHER.test(text)),
      hash,
    ).toEqual([]);
  }
});
