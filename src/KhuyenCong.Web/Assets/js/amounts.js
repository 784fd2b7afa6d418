// Amount inputs: thousands are grouped while typing, "300 triệu" is understood, and the value is read back in words.
// The server reads the same text by the same rules (AmountText); what is shown here is only a help.
const shape = /^([-−–])?\s*(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d{1,9}))?\s*(tỷ đồng|tỉ đồng|tỷ|tỉ|triệu đồng|triệu|trđ|tr|nghìn đồng|nghìn|ngàn|đồng|đ|vnd|vnđ)?$/;
const largest = 1_000_000_000_000_000n;

export function parseAmount(text, unit = 'dong') {
  const match = shape.exec(text.normalize('NFC').trim().toLowerCase().replaceAll('\u00a0', ' '));
  if (!match) return { fault: 'Chưa đọc được số tiền này. Ví dụ: 300.000.000 hoặc 300 triệu.' };
  const [, sign, whole, decimals = '', named] = match;
  if (sign) return { fault: 'Số tiền không được âm.' };
  const zeros = named ? (/^t[ỷỉ]/.test(named) ? 9 : /^tr/.test(named) ? 6 : /^ng/.test(named) ? 3 : 0) : unit === 'million' ? 6 : 0;
  const digits = whole.replaceAll(/[. ]/g, '');
  if (/[1-9]/.test(decimals.slice(zeros))) return { fault: 'Số tiền phải là số đồng nguyên.' };
  const value = BigInt(digits + decimals.slice(0, zeros).padEnd(zeros, '0'));
  return value > largest ? { fault: 'Số tiền lớn bất thường, đề nghị kiểm tra lại.' } : { value };
}

export const grouped = value => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');

const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const scales = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ'];

export function inWords(value) {
  if (value === 0n) return 'Không đồng';
  const groups = [];
  for (let rest = value; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  const words = groups.map((group, i) => group && readGroup(group, i < groups.length - 1) + scales[i]).filter(Boolean).reverse();
  const sentence = words.join(' ') + ' đồng';
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function readGroup(value, inside) {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words = [];
  if (hundreds || inside) words.push(names[hundreds] + ' trăm');
  if (tens === 0 && ones && words.length) words.push('lẻ');
  else if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(names[tens] + ' mươi');
  if (ones) words.push(tens > 1 && ones === 1 ? 'mốt' : tens > 0 && ones === 5 ? 'lăm' : tens > 1 && ones === 4 ? 'tư' : names[ones]);
  return words.join(' ');
}

export function startAmounts(root) {
  for (const input of root.querySelectorAll('input[data-amount]:not([data-amount-on])')) {
    input.dataset.amountOn = '';
    const words = document.getElementById(input.dataset.words ?? '');
    const unit = input.dataset.amount || 'dong';
    const show = () => {
      if (!words) return;
      const { value, fault } = input.value.trim() ? parseAmount(input.value, unit) : {};
      words.textContent = fault ?? (value === undefined ? '' : `${grouped(value)} đ – ${inWords(value).toLowerCase()}`);
    };
    input.addEventListener('input', () => {
      group(input);
      show();
    });
    input.addEventListener('change', show);
    show();
  }
}

// Regroups digits and leaves the caret after the digit it was after; other text is left as typed.
function group(input) {
  const text = input.value;
  if (!/^\d[\d.]*$/.test(text)) return;
  const before = text.slice(0, input.selectionStart ?? text.length).replaceAll('.', '').length;
  const next = grouped(text.replaceAll('.', ''));
  if (next === text) return;
  input.value = next;
  let caret = 0;
  for (let digits = 0; digits < before && caret < next.length; caret++) if (next[caret] !== '.') digits++;
  input.setSelectionRange(caret, caret);
}
