using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A record is taken along from the office, filled at a site without network, and arrives once.</summary>
public sealed class OfflineAcceptanceTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    // The sample project under way, whose acceptance is begun.
    private const string Beneficiary = "Bánh tráng Mây Trắng";
    private const string Place = "Xưởng không có mạng (dữ liệu minh họa)";

    [Fact]
    public async Task TakenAlong_FilledWithoutNetwork_ArrivesOnce_AndNothingStaysAfterSignOut()
    {
        var page = await NewPageAsync(Screen.Phone);
        await page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await page.GotoAsync("/nghiem-thu");
        var record = await page.HrefAsync($"#nghiem-thu tbody tr:has-text('{Beneficiary}') th a");
        await page.GotoAsync($"{record}/sua");
        await page.PressesAsync("Mang theo khi không có mạng");
        await page.SeesAsync("Đã mang theo lúc");

        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Latitude = 12.2388f, Longitude = 109.1967f, Accuracy = 12 });
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/de-an");
        await page.SeesHeadingAsync("Mất kết nối mạng");
        await page.FollowsFirstAsync($"[data-carried-list] a[href='{record}/sua']");
        await Assertions.Expect(page.Locator("form[data-carried]")).ToBeVisibleAsync();
        await page.SeesAsync("Không có mạng thì không thêm được dòng");
        await page.FillsAsync(("HeldOn", Hands.Today.Text()), ("Place", Place), ("Members[0].Name", "Lê Minh Họa"), ("Members[0].Unit", "Sở Công Thương"));
        await page.AttachesAsync("Chụp hoặc chọn ảnh", "hien-truong.png", Files.Png, Files.Photo("không có mạng"));
        await page.PressesAsync("Đọc vị trí đang đứng");
        await page.SeesAsync("sai số 12 m", "#Form_Spot");
        await page.Locator("[data-sign]").First.ClickAsync();
        await page.SeesAsync("Ký có mặt: Lê Minh Họa", "dialog");
        await page.PressesAsync("Xong");
        await page.SeesAsync("Đề nghị ký vào ô trên", "dialog");
        await DrawsAsync(page);
        await page.PressesAsync("Xong");
        await page.SeesAsync("Đã ký có mặt: Lê Minh Họa", "[data-signed-list]");
        await page.SeesAsync("Còn 8 mục cần bổ sung", "[data-wanted-list] summary");
        await page.SeesAsync("nội dung đang được giữ trên máy này");
        await page.WaitForFunctionAsync(KeptFiles, 2);

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='Form.Place']")).ToHaveValueAsync(Place);
        await page.WaitForFunctionAsync("() => document.querySelector('[name=Scene]').files.length === 1");
        await page.SeesAsync("sai số 12 m", "#Form_Spot");
        await page.SeesAsync("Đã ký có mặt: Lê Minh Họa", "[data-signed-list]");
        await page.SeesAsync("Còn 8 mục cần bổ sung", "[data-wanted-list] summary");
        await page.PressesAsync("Lưu biên bản");
        await page.SeesAsync("Chưa có mạng: đã giữ trên máy này lúc");
        await page.SeesAsync("kèm 2 tệp, sẽ gửi khi có mạng");
        await page.SeesAsync("chờ gửi cùng biên bản", "[data-signed-list]");
        // What waits is neither blank nor doubled by signing again.
        await page.Locator("[data-sign]").First.ClickAsync();
        await DrawsAsync(page);
        await page.PressesAsync("Xong");
        await page.SeesAsync("Còn 8 mục cần bổ sung", "[data-wanted-list] summary");
        await page.PressesAsync("Lưu biên bản");
        await page.SeesAsync("kèm 2 tệp, sẽ gửi khi có mạng");

        await page.Context.SetOfflineAsync(false);
        await page.SeesAsync("Đã gửi biên bản");
        await page.GotoAsync(record);
        await page.SeesAsync("theo thiết bị", "#anh");
        await page.SeesAsync("vĩ độ 12,238800; kinh độ 109,196700; sai số 12 m");
        await Assertions.Expect(page.GetByAltText("Chữ ký có mặt của Lê Minh Họa")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.presence img').naturalWidth > 100");
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitAsync();
        await page.GotoAsync($"{record}/sua");
        await Assertions.Expect(page.Locator("[name='Form.Place']")).ToHaveValueAsync(Place);
        await page.SeesAsync("Còn 8 mục cần bổ sung", "[data-wanted-list] summary");
        await Assertions.Expect(page.Locator("[data-signed], [data-signed-queued]")).ToHaveCountAsync(0);
        await page.SeesAsync("2 tệp", "#anh");
        await Assertions.Expect(page.Locator("[data-waiting]")).ToHaveCountAsync(0);
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitAsync();

        // Saved the ordinary way: what was chosen is kept until it has arrived, and no longer.
        await page.PressesAsync("Không mang theo nữa");
        await page.AttachesAsync("Chụp hoặc chọn ảnh", "them.png", Files.Png, Files.Photo("có mạng"));
        await page.SeesAsync("Đã giữ trên máy này: them.png");
        await page.WaitForFunctionAsync(KeptFiles, 1);
        await page.PressesAsync("Lưu biên bản");
        await page.SeesAsync("Đã lưu biên bản và 1 tệp");
        await page.WaitForFunctionAsync(KeptFiles, 0);
        await page.GotoAsync($"{record}/sua");
        await page.SeesAsync("3 tệp", "#anh");
        await page.PressesAsync("Mang theo khi không có mạng");
        await page.SeesAsync("Đã mang theo lúc");

        // Kept longer than it may be: a machine that was lost shows it no more, whoever has it.
        await page.GotoAsync("/de-an");
        (await page.EvaluateAsync<int>(AgeCarried)).ShouldBe(1);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"{record}/sua");
        await page.SeesHeadingAsync("Mất kết nối mạng");
        await Assertions.Expect(page.Locator($"[data-carried-list] a[href='{record}/sua']")).ToHaveCountAsync(0);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(record);

        await page.Locator("header details.menu summary").Last.ClickAsync();
        await page.PressesAsync("Đăng xuất");
        await Assertions.Expect(page.Locator("header .user-name")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("async () => (await caches.keys()).some(name => name.startsWith('mang-theo:'))")).ShouldBeFalse();
    }

    private static async Task DrawsAsync(IPage page)
    {
        var box = await page.Locator("dialog canvas").BoundingBoxAsync() ?? throw new InvalidOperationException("No canvas");
        await page.Mouse.MoveAsync(box.X + 30, box.Y + 120);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 120, box.Y + 40, new() { Steps = 8 });
        await page.Mouse.MoveAsync(box.X + 220, box.Y + 140, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Makes what was taken along eight days older; how many pages.</summary>
    private const string AgeCarried = """
        async () => {
            let aged = 0;
            for (const name of (await caches.keys()).filter(one => one.startsWith('mang-theo:'))) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const kept = await cache.match(request, { ignoreVary: true });
                    if (!kept.headers.has('X-Kept-At')) continue;
                    const headers = new Headers(kept.headers);
                    headers.set('X-Kept-At', String(Number(headers.get('X-Kept-At')) - 8 * 24 * 60 * 60 * 1000));
                    await cache.put(request.url, new Response(await kept.text(), { headers }));
                    aged++;
                }
            }
            return aged;
        }
        """;

    /// <summary>True once so many photographs and signatures, and no others, would survive a kill of the browser.</summary>
    private const string KeptFiles = """
        wanted => new Promise(tell => indexedDB.open('cho-gui').addEventListener('success', ({ target: { result: kept } }) =>
            kept.transaction('files').objectStore('files').count().addEventListener('success', ({ target }) => tell(target.result === wanted))))
        """;
}
