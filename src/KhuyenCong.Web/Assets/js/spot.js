// Where the record's machine stands, read only when somebody asks for it. The field keeps "latitude,longitude,accuracy,milliseconds" and is part of the draft.
const degrees = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 6, maximumFractionDigits: 6 });
const moment = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' });
const faults = { 1: 'Trình duyệt chưa được phép đọc vị trí. Đề nghị cho phép trang này dùng vị trí rồi bấm lại.', 2: 'Thiết bị chưa xác định được vị trí. Đề nghị bật định vị, ra chỗ thoáng rồi bấm lại.', 3: 'Chờ lâu chưa có vị trí. Đề nghị ra chỗ thoáng rồi bấm lại.' };

export function startSpots(root) {
  if (!navigator.geolocation) return;
  for (const box of root.querySelectorAll('[data-spot]')) start(box);
}

function start(box) {
  const field = box.querySelector('input');
  const [state, read, drop] = ['state', 'read', 'drop'].map(part => box.querySelector(`[data-spot-${part}]`));
  const show = () => {
    const [latitude, longitude, accuracy, at] = field.value.split(',');
    state.textContent = field.value
      ? `Vĩ độ ${degrees.format(latitude)}; kinh độ ${degrees.format(longitude)}${accuracy ? `; sai số ${accuracy} m` : ''}${at ? `; đọc lúc ${moment.format(Number(at))}` : ''}.`
      : 'Chưa đọc vị trí.';
    read.lastChild.textContent = field.value ? ' Đọc lại vị trí' : ' Đọc vị trí đang đứng';
    drop.hidden = !field.value;
  };
  const put = value => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // A draft puts its value back without asking.
  field.addEventListener('change', show);
  read.addEventListener('click', () => {
    read.setAttribute('aria-disabled', 'true');
    state.textContent = 'Đang đọc vị trí…';
    const end = () => read.removeAttribute('aria-disabled');
    navigator.geolocation.getCurrentPosition(({ coords, timestamp }) => {
      end();
      put([coords.latitude.toFixed(6), coords.longitude.toFixed(6), Math.ceil(coords.accuracy), Math.round(timestamp)].join(','));
    }, ({ code }) => {
      end();
      show();
      state.textContent = faults[code] ?? faults[2];
    }, { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 });
  });
  drop.addEventListener('click', () => {
    put('');
    read.focus();
  });
  read.hidden = false;
  show();
}
