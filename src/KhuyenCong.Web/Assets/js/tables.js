// Tables: choosing rows for an action on many, arrow keys between rows, and which columns are shown (kept in the address, so that a saved view has it).
export function startTables(root) {
  for (const frame of root.querySelectorAll('.table-frame')) {
    // A frame that scrolls can be reached and scrolled by keyboard.
    if (frame.scrollWidth > frame.clientWidth || frame.matches('.is-tall')) frame.tabIndex = 0;
  }
  for (const table of root.querySelectorAll('table[data-rows]:not([data-rows-on])')) {
    table.dataset.rowsOn = '';
    startChoice(table);
    startKeys(table);
  }
  for (const chooser of root.querySelectorAll('[data-columns-of]')) startColumns(chooser);
}

function startChoice(table) {
  const all = table.querySelector('.all-rows');
  const boxes = () => [...table.querySelectorAll('.row-choice')].filter(box => !box.disabled);
  const bar = document.getElementById(table.dataset.rows);
  let last = null;
  const show = () => {
    const chosen = boxes().filter(box => box.checked).length;
    if (all) {
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
    if (!bar) return;
    bar.hidden = chosen === 0;
    const count = bar.querySelector('[data-count]');
    if (count) count.textContent = `Đã chọn ${chosen} dòng`;
  };
  table.addEventListener('click', event => {
    if (!event.target.matches('.row-choice')) return;
    if (event.shiftKey && last) {
      const list = boxes();
      const [from, to] = [list.indexOf(last), list.indexOf(event.target)].sort((a, b) => a - b);
      for (const box of list.slice(Math.max(from, 0), to + 1)) box.checked = event.target.checked;
    }
    last = event.target;
  });
  table.addEventListener('change', event => {
    if (event.target === all) for (const box of boxes()) box.checked = all.checked;
    show();
  });
  show();
}

function startKeys(table) {
  table.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches('a, .row-choice, button')) return;
    const rows = [...table.tBodies[0].rows].filter(row => row.querySelector('a, .row-choice, button'));
    const row = event.target.closest('tr');
    const column = event.target.closest('td, th').cellIndex;
    const next = rows[rows.indexOf(row) + step];
    const goal = next?.cells[column]?.querySelector('a, input, button') ?? next?.querySelector('a, input, button');
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  });
}

// <div data-columns-of="table id"> gets one box per column head that has data-column; hidden ones are ?an=ten,so
function startColumns(chooser) {
  const table = document.getElementById(chooser.dataset.columnsOf);
  if (!table || chooser.childElementCount) return;
  const hidden = new Set((new URLSearchParams(location.search).get('an') ?? '').split(',').filter(Boolean));
  for (const head of table.querySelectorAll('thead [data-column]')) {
    const label = document.createElement('label');
    label.className = 'form-check';
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', className: 'form-check-input', checked: !hidden.has(head.dataset.column) });
    const name = Object.assign(document.createElement('span'), { className: 'form-check-label', textContent: head.textContent.trim() });
    label.append(box, name);
    chooser.append(label);
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(head.dataset.column);
      else hidden.add(head.dataset.column);
      remember(hidden);
      apply(table, hidden);
    });
  }
  apply(table, hidden);
}

function remember(hidden) {
  const url = new URL(location.href);
  if (hidden.size) url.searchParams.set('an', [...hidden].join(','));
  else url.searchParams.delete('an');
  history.replaceState(history.state, '', url);
  for (const input of document.querySelectorAll('input[type=hidden][name=an]')) input.value = [...hidden].join(',');
  for (const link of document.querySelectorAll('.data-table thead a, .pager a, a[data-same-view]')) {
    const target = new URL(link.href);
    if (hidden.size) target.searchParams.set('an', [...hidden].join(','));
    else target.searchParams.delete('an');
    link.href = target;
  }
}

function apply(table, hidden) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, i) => {
    if (!head.dataset.column) return;
    const hide = hidden.has(head.dataset.column);
    head.hidden = hide;
    for (const row of table.querySelectorAll('tbody tr, tfoot tr')) if (row.cells.length === heads.length) row.cells[i].hidden = hide;
  });
}
