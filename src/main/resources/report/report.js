(() => {
  'use strict';
  const filters = document.getElementById('filters');
  const scenarios = [...document.querySelectorAll('.scenario')];
  const shown = document.getElementById('shown');
  const apply = () => {
    const wanted = Object.fromEntries(new FormData(filters));
    const text = (wanted.text || '').toLowerCase();
    let count = 0;
    for (const scenario of scenarios) {
      const is = scenario.dataset;
      const fits = (!text || scenario.textContent.toLowerCase().includes(text))
        && (!wanted.feature || is.feature === wanted.feature)
        && (!wanted.outcome || is.outcome === wanted.outcome)
        && (!wanted.tag || is.tags.split(' ').includes(wanted.tag))
        && (!wanted.clause || is.clauses.includes(wanted.clause));
      scenario.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = count + ' of ' + scenarios.length + ' scenarios';
  };
  filters.hidden = false;
  filters.addEventListener('input', apply);
  filters.addEventListener('submit', event => event.preventDefault());
  apply();
  // What is folded away is shown when it is pointed at, and the place of a finding without scrolling.
  const pointedAt = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let folded = target; folded; folded = folded.parentElement) {
      if (folded.tagName === 'DETAILS') {
        folded.open = true;
      }
    }
    if (target) {
      target.scrollIntoView();
    }
  };
  addEventListener('hashchange', pointedAt);
  pointedAt();
  for (const mark of document.querySelectorAll('mark')) {
    const answer = mark.parentElement;
    answer.scrollTop = mark.offsetTop - answer.offsetTop - answer.clientHeight / 2;
  }
  for (const button of document.querySelectorAll('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const text = button.previousElementSibling.textContent;
      const told = done => { button.textContent = done ? 'Copied' : 'Press Ctrl-C'; };
      if (navigator.clipboard) {
        navigator.clipboard.writeText(text).then(() => told(true), () => told(false));
      } else {
        getSelection().selectAllChildren(button.previousElementSibling);
        told(document.execCommand('copy'));
      }
    });
  }
})();
