
(() => {
  'use strict';
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  document.documentElement.classList.add('js');

  // Says something to eyes and screen readers for a moment.
  const said = one('.said');
  let hush;
  const say = words => {
    said.textContent = words;
    clearTimeout(hush);
    hush = setTimeout(() => { said.textContent = ''; }, 2000);
  };

  // Search and filters.
  const books = all('.book');
  const groups = all('.group');
  const controls = one('#controls');
  const search = one('#search');
  const choices = ['verdict', 'severity', 'component', 'namespace']
    .map(name => [name, one('#by-' + name)]).filter(([, select]) => select);
  const texts = new Map();
  const textOf = book => {
    if (!texts.has(book)) texts.set(book, book.textContent.toLowerCase());
    return texts.get(book);
  };
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const book of books) {
      const chosen = choices.every(([name, select]) =>
        select.value === '' || book.dataset[name].split(' ').includes(select.value));
      const matches = chosen && words.every(word => textOf(book).includes(word));
      book.hidden = !matches;
      if (matches) shown++;
    }
    for (const group of groups) group.hidden = all('.book', group).every(book => book.hidden);
    one('#match-count').textContent = shown + ' of ' + books.length + ' runbooks';
  };
  const clear = () => {
    controls.reset();
    filter();
  };
  controls.hidden = false;
  let typing;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(filter, 60);
  });
  controls.addEventListener('change', filter);
  controls.addEventListener('submit', event => event.preventDefault());
  controls.addEventListener('reset', () => setTimeout(filter));
  filter();

  // Links into the page open what they lead to.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('.book[hidden], .group[hidden]')) clear();
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
    }
    target.scrollIntoView();
    const focusable = target.matches('.book') ? one('summary', target) : target;
    if (focusable.matches('summary, .mark')) focusable.focus({preventScroll: true});
  };
  addEventListener('hashchange', arrive);
  arrive();

  // Copy buttons; prompts are left out.
  const copyBySelection = text => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('.copy');
    if (!button) return;
    const text = button.previousElementSibling.textContent;
    const plain = button.closest('.printed') ? text : text.replace(/^\$ /gm, '');
    const copied = navigator.clipboard ? navigator.clipboard.writeText(plain) : Promise.reject();
    copied.catch(() => copyBySelection(plain)).then(() => {
      say('Copied');
      button.focus();
    });
  });

  // The timeline: pointing and focus say what a mark is, arrow keys walk, buttons zoom.
  const drawing = one('.drawing');
  if (drawing) {
    const marks = all('.mark', drawing);
    const pointed = one('.pointed');
    const tell = mark => { pointed.textContent = one('title', mark).textContent; };
    if (marks.length) marks[0].tabIndex = 0;
    marks.forEach((mark, index) => {
      mark.addEventListener('pointerenter', () => tell(mark));
      mark.addEventListener('focus', () => tell(mark));
      mark.addEventListener('keydown', event => {
        const step = {ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10}[event.key];
        if (!step) return;
        event.preventDefault();
        const next = marks[Math.max(0, Math.min(marks.length - 1, index + step))];
        mark.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    });
    let zoom = 1;
    one('.zoom').hidden = false;
    one('.zoom').addEventListener('click', event => {
      const scroll = one('.scroll');
      // The first step leads to the end, where the archive was gathered; the others keep the middle.
      const middle = zoom === 1 ? 1 : (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth;
      zoom = Math.max(1, Math.min(64, event.target.value === '+' ? zoom * 2 : zoom / 2));
      drawing.style.width = zoom * 100 + '%';
      scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
    });
  }

  // Keys.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = event.target.matches('input, select, textarea');
    if (event.key === 'Escape' && event.target === search) {
      clear();
      search.blur();
    }
    if (writing) return;
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    }
    const shown = books.filter(book => !book.hidden);
    const current = shown.findIndex(book => book.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k') {
      const next = shown[event.key === 'j' ? current + 1 : Math.max(0, current - 1)];
      if (next) one('summary', next).focus();
    }
    if (event.key === 'o' && current >= 0) shown[current].open = !shown[current].open;
  });
})();
