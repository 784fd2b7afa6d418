using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// A household business of Khánh Hòa: filed by the commune, judged by a council without the member who wrote it, capped by a norm that first warned,
/// approved in đợt 1 with money of another programme in the place of what was cut, and counted. A national group project of Đồng Nai: the same way, through the Cục.
/// Who wants to go on with the project that came of it goes on from here.
/// </summary>
public abstract class WishToPlan(Application application, Chromium chromium) : Journey(application, chromium)
{
    protected const string Household = "Hộ kinh doanh Chả cá Bờ Kè (dữ liệu minh họa)";
    protected const string Title = "Ứng dụng máy xay cá trong chế biến chả cá (dữ liệu minh họa)";
    protected const string Group = "Ứng dụng máy móc tiên tiến trong chế biến nông sản (đề án nhóm) (dữ liệu minh họa)";
    private const string Resolution = "07/2026/NQ-HĐND (dữ liệu minh họa)";

    private readonly Dictionary<string, IPage> desks = [];

    /// <summary>The paper of the decision came before it was entered here: two months in which a report of the contract is due, whatever day it is.</summary>
    protected static DateOnly Decided { get; } = Hands.Today.AddDays(-45);

    /// <summary>Somebody at their desk, who signs in once in a journey.</summary>
    protected async Task<IPage> DeskOfAsync(string user)
    {
        if (!desks.TryGetValue(user, out var desk))
        {
            desks[user] = desk = await PageOfAsync(user);
        }

        return desk;
    }

    /// <returns>Where the project is found.</returns>
    protected async Task<string> LocalIsApprovedAsync()
    {
        var commune = await DeskOfAsync(Accounts.CamLamOfficer);
        await commune.RegistersHouseholdAsync(Household);
        var project = await commune.FilesForHouseholdAsync(Household, Title);

        var officer = await DeskOfAsync(Accounts.KhanhHoaSpecialist);
        await officer.GotoAsync(project);
        foreach (var step in (string[])["Tiếp nhận", "Chuyển thẩm định"])
        {
            await officer.FollowsAsync(step);
            await officer.PressesAsync(step);
        }

        await officer.SeesAsync("Hồ sơ chờ giao thẩm định");
        var norm = await officer.EntersNormAsync(Resolution, "40", "280 triệu");
        await officer.EstablishesCouncilAsync(("Trần Minh Họa", "Chủ tịch"), ("Lê Minh Họa", "Thư ký"), ("Võ Minh Họa", "Ủy viên"), ("Nguyễn Minh Họa", "Ủy viên"));
        await JudgeAsync(officer, "council");
        var session = await officer.CallsSessionAsync(Title);
        await officer.SeesAsync("Nguyễn Minh Họa (đã lập hoặc nộp hồ sơ");
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await officer.SeesAsync("chưa đủ số phiếu");
        await JudgeAsync(officer, "session-without-quorum");

        await commune.GotoAsync(session);
        await commune.FollowsAsync(Title);
        await commune.SeesAsync("Bạn rút khỏi hồ sơ này");

        var leader = await DeskOfAsync(Accounts.KhanhHoaLeader);
        await leader.VotesForAsync(Title);
        await JudgeAsync(leader, "voted");
        var finance = await PageOfAsync(Accounts.KhanhHoaFinance, Screen.Phone);
        await finance.VotesForAsync(Title);
        await JudgeAsync(finance, "voted-as-a-guest");

        await officer.GotoAsync(session);
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await officer.SeesAsync("Đã mở phiếu");
        await JudgeAsync(officer, "session-closed");
        await SignsWithinTheNormAsync(leader, norm);
        await leader.ConcludesAsync();
        await JudgeAsync(leader, "concluded");
        await officer.GotoAsync(session + "/bien-ban");
        await JudgeAsync(officer, "minutes");

        var office = await DeskOfAsync(Accounts.KhanhHoaOffice);
        var line = await office.RecordsAllocationAsync("KCDP", "500 triệu", "300/QĐ-UBND (dữ liệu minh họa)");
        var centre = await DeskOfAsync(Accounts.KhanhHoaCentre);
        var batch = await centre.DraftsFirstBatchAsync("Khuyến công địa phương cấp tỉnh", Title);
        await JudgeAsync(centre, "what-if");
        await centre.SubmitsBatchAsync(batch);
        await officer.GotoAsync(batch);
        await JudgeAsync(officer, "batch-to-appraise");
        await officer.AppraisesBatchAsync(batch);
        await commune.GotoAsync(project);
        await commune.FollowsAsync("Bên chịu phần chênh");
        await JudgeAsync(commune, "difference");
        await commune.FillsAsync(("Counterpart", ""), ("Integrated", "12 triệu"));
        await commune.PressesAsync("Ghi");
        await commune.SeesAsync("nguồn và chi phí đã cân");
        await office.DecidesBatchAsync(batch, "Phê duyệt đợt", "UBND, Chủ tịch UBND tỉnh, thành phố", "401/QĐ-UBND (dữ liệu minh họa)", Decided);
        await JudgeAsync(office, "batch-approved");
        await office.GotoAsync(batch + "/in");
        await JudgeAsync(office, "plan-printed");
        await office.GotoAsync(line);
        await office.SeesAsync("48.000.000");
        await JudgeAsync(office, "allocation");

        await officer.GotoAsync("/chuong-trinh");
        await officer.FollowsFirstAsync("main tbody th a");
        await officer.FollowsFirstAsync(".tabs a[href$='/kinh-phi']");
        await officer.SeesAsync("48.000.000", "#trong-ke-hoach");
        await JudgeAsync(officer, "programme-money");
        await commune.GotoAsync(project);
        await commune.SeesAsync("Đã phê duyệt trong kế hoạch");
        await commune.SeesNothingOfAsync("Ý kiến riêng của thành viên");
        await JudgeAsync(commune, "project-approved");
        return project;
    }

    /// <returns>Where the project is found.</returns>
    protected async Task<string> NationalIsApprovedAsync()
    {
        var officer = await DeskOfAsync(Accounts.DongNaiSpecialist);
        await officer.EstablishesCouncilAsync(("Hồ Minh Họa", "Chủ tịch"), ("Bùi Minh Họa", "Thư ký"), ("Ngô Minh Họa", "Ủy viên"));
        var session = await officer.CallsSessionAsync(Group);
        await officer.SeesAsync("Ngô Minh Họa (đã lập hoặc nộp hồ sơ");
        await officer.VotesForAsync(Group);
        var leader = await DeskOfAsync(Accounts.DongNaiLeader);
        await leader.VotesForAsync(Group);
        await officer.GotoAsync(session);
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await leader.GotoAsync("/");
        await leader.FollowsAsync("Ký kết quả: " + Group);
        await SignsAsync(leader, "Khuyến công quốc gia", "450 triệu");
        await leader.SeesAsync("Đã ký kết quả");
        await leader.ConcludesAsync();

        var office = await DeskOfAsync(Accounts.DongNaiOffice);
        var line = await office.RecordsAllocationAsync("KCQG", "1.000 triệu", "12/QĐ-BCT (dữ liệu minh họa)");
        var centre = await DeskOfAsync(Accounts.DongNaiCentre);
        var batch = await centre.DraftsFirstBatchAsync("Khuyến công quốc gia", Group);
        await centre.SubmitsBatchAsync(batch);
        await officer.AppraisesBatchAsync(batch);
        await officer.FollowsAsync("Gửi Cục");
        await officer.CitesAsync("55/SCT-QLCN (dữ liệu minh họa)");
        await officer.PressesAsync("Gửi Cục");
        await officer.SeesAsync("Đã gửi Cục");
        await JudgeAsync(officer, "batch-at-the-agency");
        await office.DecidesBatchAsync(batch, "Ghi quyết định của Bộ", "Bộ trưởng Bộ Công Thương", "88/QĐ-BCT (dữ liệu minh họa)", Decided);
        await office.FollowsAsync("Giao kế hoạch");
        await office.CitesAsync("89/QĐ-BCT (dữ liệu minh họa)");
        await office.PressesAsync("Giao kế hoạch");
        await office.SeesAsync("Đã giao kế hoạch");

        await office.GotoAsync(line);
        await office.SeesAsync("450.000.000");
        await office.GotoAsync("/ke-hoach");
        await office.FollowsFirstAsync("main tbody th a");
        await office.SeesAsync(Group);
        await JudgeAsync(office, "national-plan");
        return await officer.FindsProjectAsync("che bien nong san", Group);
    }

    /// <summary>What is asked for is above the norm: told while it is unverified, refused once the province adopted it.</summary>
    private async Task SignsWithinTheNormAsync(IPage leader, string norm)
    {
        await leader.GotoAsync("/");
        await leader.FollowsAsync("Ký kết quả: " + Title);
        await leader.SeesAsync("định mức chưa xác nhận chỉ cảnh báo: 48.000.000 đ");
        var adopting = await PageOfAsync(Accounts.KhanhHoaLeader);
        await adopting.AdoptsNormAsync(norm);
        await SignsAsync(leader, "Khuyến công địa phương cấp tỉnh", "60 triệu");
        await leader.SeesAsync("vượt mức cao nhất 48.000.000 đ");
        await leader.SeesAsync("Tỷ lệ 40 % × chi phí hợp lệ 120.000.000 đ");
        await JudgeAsync(leader, "capped");
        await SignsAsync(leader, "Khuyến công địa phương cấp tỉnh", "48 triệu");
        await leader.SeesAsync("Đã ký kết quả");
    }

    private static async Task SignsAsync(IPage page, string source, string amount)
    {
        await page.WritesAsync("Mức hỗ trợ: " + source, amount);
        await page.WritesAsync("Lý do, ý kiến của hội đồng", "Hội đồng thống nhất, đề án phù hợp");
        await page.PressesAsync("Ký kết quả");
    }

    /// <summary>In both sizes and both looks, as the walks do; what is around the page is judged by them.</summary>
    protected static async Task JudgeAsync(IPage page, string picture)
    {
        var size = page.ViewportSize!;
        (await page.JudgeAsync("wish-" + picture, shell: false)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
