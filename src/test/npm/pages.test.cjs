// Opens what the gate wrote for people in a browser: PAGES is the folder, CHROMIUM the browser; PICTURES, where it is set,
// takes the pictures of the README, and of each page at each width.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { chromium } = require('playwright-core');

const FOLDER = path.resolve(process.env.PAGES);
const SHOTS = path.join(FOLDER, 'shots');
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 768, 1280];
const HEIGHT = 900;
const REPORTS = ['honest', 'few', 'bad', 'hostile'].map(run => run + '/report.html');
const DOCS = ['index', 'reference', 'contract', 'features', 'clauses', 'states'].map(page => `docs/${page}.html`);
const REFERENCE = 'docs/reference.html';
const FEW = 'few/report.html';
const MARKUP = 'img, iframe, object, embed, link, base, meta[http-equiv=refresh], main h1, svg svg';

let browser;

before(async () => {
  fs.mkdirSync(SHOTS, { recursive: true });
  // As root, as in a container, the browser has no sandbox; it opens nothing but these files.
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});

after(() => browser?.close());

/** Pages to use again: to make one takes longer than most tests. */
const free = [];

/** Opens a page and watches what it does. */
const opened = async (file, { viewport = { width: 1280, height: HEIGHT }, ...options } = {}) => {
  const own = Object.keys(options).length > 0;
  const page = (!own && free.pop()) || await (await browser.newContext(options)).newPage();
  const did = [];
  const watched = {
    console: message => did.push(`console ${message.type()}: ${message.text()}`),
    pageerror: error => did.push('error: ' + error),
    dialog: dialog => did.push('dialog: ' + dialog.message()) && dialog.dismiss(),
    request: request => {
      const url = request.url();
      if (url !== 'file://' + path.join(FOLDER, file) && !/^(?:blob|data):/.test(url)) {
        did.push('request: ' + url);
      }
    },
  };
  Object.entries(watched).forEach(([event, tell]) => page.on(event, tell));
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  await page.goto('file://' + path.join(FOLDER, file));
  if (file === REFERENCE && options.javaScriptEnabled !== false) {
    await page.getByRole('heading', { name: 'Responses' }).first().waitFor();
  }
  const close = async () => {
    Object.entries(watched).forEach(([event, tell]) => page.off(event, tell));
    await (own ? page.context().close() : free.push(page));
  };
  return { page, did, close };
};

const withPage = (file, options, use) => async () => {
  const { page, did, close } = await opened(file, options);
  try {
    await use(page, did);
  } finally {
    await close();
  }
};

/** Redoc jumps from the second to the fifth level, and names no list of examples. */
const OF_REDOC = ['heading-order', 'select-name'];

/** What axe finds in a part of a page; the dark scheme is other colours and nothing else. */
const accessible = async (page, { part = 'html', schemes = ['light', 'dark'], but = [] } = {}) => {
  await page.evaluate(AXE);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async ([part, left, dark]) => {
      const only = dark ? { runOnly: ['color-contrast'] } : { rules: Object.fromEntries(left.map(rule => [rule, { enabled: false }])) };
      const { violations } = await axe.run(part, { resultTypes: ['violations'], ...only });
      return violations.map(it => `${it.id}: ${it.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')}`);
    }, [part, but, colorScheme === 'dark']);
    assert.deepEqual(violations, [], colorScheme);
  }
};

/** Axe takes its time, and finds in hundreds that are alike what it finds in a handful. */
const someOfEach = page => page.evaluate(() =>
  document.querySelectorAll(':is(.entry, .row, tr, .plots figure):nth-of-type(n+4)').forEach(alike => alike.remove()));

const unfolded = page => page.evaluate(() => document.querySelectorAll('details').forEach(it => { it.open = true; }));

describe('each page', { concurrency: 2 }, () => {
  for (const file of [...REPORTS, ...DOCS]) {
    test(`${file} does nothing but show itself, at each width, and each link leads somewhere`, withPage(file, {}, async (page, did) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        if (process.env.PICTURES) {
          await page.screenshot({ path: path.join(SHOTS, `${file.replace(/\W/g, '-')}-${width}.png`) });
        }
        assert.ok(needed <= width, `it is ${needed} pixels wide at ${width}`);
        assert.deepEqual(await page.evaluate(() =>
          [...document.querySelectorAll('body > nav a')].filter(it => it.getBoundingClientRect().right > innerWidth).map(it => it.textContent)), [], 'it leads on unseen');
      }
      assert.deepEqual(did, []);
      assert.equal(await page.evaluate(() => window.owned), undefined);
      if (file !== REFERENCE) {
        assert.equal(await page.locator(MARKUP).count(), 0);
        assert.deepEqual(await page.evaluate(() =>
          [...document.querySelectorAll('a[href^="#"]')].map(it => it.hash.slice(1)).filter(id => !document.getElementById(id))), []);
      }
    }));
  }
});

describe('is accessible', { concurrency: 2 }, () => {
  test('the report, unfolded', withPage(FEW, {}, async page => {
    await someOfEach(page);
    await unfolded(page);
    await accessible(page);
  }));

  test('the verdict on a provider that conforms', withPage('honest/report.html', {}, async page => {
    await someOfEach(page);
    await accessible(page, { part: 'header' });
  }));

  for (const file of DOCS.filter(it => it !== REFERENCE)) {
    test(file, withPage(file, {}, async page => {
      await someOfEach(page);
      await accessible(page, { schemes: ['light'] });
    }));
  }

  test(REFERENCE, withPage(REFERENCE, {}, page => accessible(page, { schemes: ['light'], but: OF_REDOC })));
});

describe('a hostile provider', () => {
  test('is held by the escapes alone', withPage('hostile/report.html', { bypassCSP: true }, async (page, did) => {
    await unfolded(page);
    await page.keyboard.press('Tab');
    assert.deepEqual(did, []);
    assert.equal(await page.evaluate(() => window.owned), undefined);
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter(it => it.getAttributeNames().some(name => name.startsWith('on'))).length), 0);
    assert.match(await page.locator('main').innerText(), /<script>window\.owned=1<\/script>/);
  }));
});

describe('the filters', () => {
  const shows = async (page, fill, expected) => {
    await fill();
    const shown = page.locator('details.scenario:visible');
    const all = await page.locator('details.scenario').count();
    const count = await shown.count();
    assert.ok(count > 0 && count < all, `${count} of ${all}`);
    assert.equal(await page.locator('#shown').textContent(), `${count} of ${all} scenarios`);
    for (const data of await shown.evaluateAll(them => them.map(it => ({ ...it.dataset, text: it.textContent })))) {
      assert.ok(expected(data), JSON.stringify(data));
    }
    assert.equal(count, await page.locator('details.scenario').evaluateAll(
      (them, source) => them.filter(it => new Function('data', 'return (' + source + ')(data)')({ ...it.dataset, text: it.textContent })).length,
      expected.toString()));
    await page.locator('#filters').evaluate(form => { form.reset(); form.dispatchEvent(new Event('input')); });
    assert.equal(await shown.count(), all);
  };

  test('show what fits, each and together', withPage(FEW, {}, async page => {
    await shows(page, () => page.locator('#filters').getByLabel('Feature').selectOption('lifecycle.feature'), data => data.feature === 'lifecycle.feature');
    await shows(page, () => page.locator('#filters').getByLabel('Tag').selectOption('@access-03'), data => data.tags.split(' ').includes('@access-03'));
    await shows(page, () => page.locator('#filters').getByLabel('Outcome').selectOption('broken'), data => data.outcome === 'broken');
    await shows(page, () => page.locator('#filters').getByLabel('Clause').fill('rate-matches-counts'), data => data.clauses.includes('rate-matches-counts'));
    await shows(page, () => page.locator('#filters').getByLabel('Text').fill('POLL BY poll'), data => data.text.toLowerCase().includes('poll by poll'));
    await shows(page, async () => {
      await page.locator('#filters').getByLabel('Feature').selectOption('lifecycle.feature');
      await page.locator('#filters').getByLabel('Outcome').selectOption('broken');
    }, data => data.feature === 'lifecycle.feature' && data.outcome === 'broken');
  }));
});

describe('what is folded away', () => {
  test('opens when it is pointed at', withPage(FEW, {}, async page => {
    const exchange = page.getByRole('link', { name: 'this exchange' }).first();
    const target = page.locator(await exchange.getAttribute('href'));
    assert.equal(await target.isVisible(), false);
    await exchange.click();
    await target.locator('pre').waitFor({ state: 'visible' });
    assert.ok(await target.evaluate(it => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().top < innerHeight));
  }));

  test('is there without script', withPage(FEW, { javaScriptEnabled: false }, async page => {
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.locator('.copy:visible').count(), 0);
    assert.equal(await page.locator('details.scenario:visible').count(), await page.locator('details.scenario').count());
    const commands = page.locator('pre.again').first();
    await page.getByText('Show it again').first().click();
    assert.ok(await commands.isVisible());
  }));

  test('the reference says where to read on without script', withPage(REFERENCE, { javaScriptEnabled: false }, async page => {
    assert.ok(await page.getByRole('link', { name: 'the contract', exact: true }).isVisible());
  }));
});

describe('the id of a clause', () => {
  /** Where lines end within these elements, but behind a blank or a mark that joins words. */
  const broken = elements => elements.evaluateAll(them => them.filter(it => it.checkVisibility()).flatMap(it => {
    const torn = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    let text = '';
    let bottom = 0;
    while (texts.nextNode()) {
      for (let at = 0; at < texts.currentNode.length; at++) {
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (text && box.top >= bottom && !/[\s/.-]$/.test(text)) {
          torn.push(text + '|' + texts.currentNode.data.slice(at));
        }
        text += texts.currentNode.data[at];
        bottom = box.bottom || bottom;
      }
    }
    return torn;
  }));
  const IDS = 'section a[href^="#"], tbody th';

  for (const width of [360, 1280]) {
    test(`is never torn within a word at ${width}`, withPage(FEW, { viewport: { width, height: HEIGHT } }, async page => {
      await unfolded(page);
      assert.ok(await page.locator(IDS).count() > 200);
      assert.deepEqual(await broken(page.locator(IDS)), []);
    }));
  }

  test('nor where it could not be judged', withPage('bad/report.html', { viewport: { width: 360, height: HEIGHT } }, async page => {
    assert.deepEqual(await broken(page.locator('section[aria-labelledby=undecided] li')), []);
  }));

  test('is copied as it is', withPage(FEW, { viewport: { width: 360, height: HEIGHT } }, async page => {
    const copied = await page.locator('#clause-PingTest-else-then-required-failReason th').evaluate(it => {
      getSelection().selectAllChildren(it);
      return getSelection().toString();
    });
    assert.equal(copied, 'PingTest/else/then/required/failReason');
  }));
});

test('the report is printed dark on white, without what leads to elsewhere', withPage(FEW, {}, async page => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(await page.locator('nav, form, .copy').filter({ visible: true }).count(), 0);
}));

describe('the keyboard', () => {
  test('reaches everything, and one sees where it is', withPage(FEW, {}, async page => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the findings');
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0));
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], summary, input, select, button, [tabindex="0"]')].filter(it => it.checkVisibility()).length);
    await page.evaluate(() => {
      window.reached = [];
      document.addEventListener('focusin', ({ target }) =>
        window.reached.push(getComputedStyle(target).outlineStyle === 'none' ? target.outerHTML.slice(0, 200) : 'seen'));
    });
    for (let count = 1; count < wanted; count++) {
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(await page.evaluate(() => window.reached), Array(wanted - 1).fill('seen'));
    assert.equal(await page.evaluate(() => document.activeElement.closest('#exchanges, section')?.getAttribute('aria-labelledby')), 'exchanges');
    await page.keyboard.press('Enter');
    assert.ok(await page.evaluate(() => document.activeElement.parentElement.open));
  }));

  test('skips to the findings', withPage(FEW, {}, async page => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }));

  test('copies commands', withPage(FEW, { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
    await page.getByText('Show it again').first().click();
    await page.locator('.copy:visible').first().press('Enter');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('pre.again').first().textContent());
  }));
});

if (process.env.PICTURES) {
  test('the pictures of the README', async () => {
    for (const [file, name, height] of [[FEW, 'report', 940], ['docs/features.html', 'docs', 760]]) {
      await withPage(file, { viewport: { width: 1100, height } }, page => page.screenshot({ path: path.join(process.env.PICTURES, name + '.png') }))();
    }
  });
}
