using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>People of xã Cam Lâm, of the Sở and of Sở Tài chính through whose hands the yearly report of the commune goes: drawn, submitted, sent back, drawn anew, forwarded, appraised, finished with its notice.</summary>
/// <remarks>A unit reports a year once, so that there are few that can be finished: the report of the last year is never finished, but sent back again and again.</remarks>
public sealed partial class ReportClerk(Uri url, Moneys kept) : StepClerk(
    kept, Clerk.Later(url, Accounts.CamLamAccountant), Clerk.Later(url, Accounts.CamLamOfficer), Clerk.Later(url, Accounts.CamLamLeader), Clerk.Later(url, Accounts.KhanhHoaLeader), Clerk.Later(url, Accounts.KhanhHoaFinance))
{
    /// <summary>The first that money may be allotted for.</summary>
    private const int FirstYear = 2020;

    private int year = FirstYear - 1;
    private string holder = "";
    private string report = "";

    /// <summary>Every sort of step that there is.</summary>
    public static IReadOnlyList<string> Sorts { get; } =
        ["Report.Allot", "Report.Open", "Report.Submit", "Report.SendBack", "Report.Draw", "Report.Forward", "Report.Appraise", "Report.Finish"];

    private static int LastYear => Hands.Today.Year - 1;

    private Clerk Accountant => People[0];

    private Clerk Officer => People[1];

    private Clerk Leader => People[2];

    private Clerk Department => People[3];

    private Clerk Finance => People[4];

    protected override IEnumerable<Step> Round()
    {
        if (year < LastYear)
        {
            year++;
            foreach (var step in Opening($"QT-{Kept.NextRound()}"))
            {
                yield return step;
            }
        }
        else
        {
            yield return Drawing();
        }

        var number = $"QT-{Kept.NextRound()}";
        yield return Move("Report.Submit", Leader, report);
        yield return Move("Report.SendBack", Department, report, ("Move.Note", "Thiếu thuyết minh (dữ liệu minh họa)"));
        yield return Drawing();
        yield return Move("Report.Submit", Leader, report);
        yield return Move("Report.Forward", Department, report);
        yield return new("Report.Appraise", IdOf(report), () => OffersAsync(Finance, "Appraise"), () => AppraiseAsync(number));
        yield return year < LastYear
            ? new("Report.Finish", IdOf(report), () => OffersAsync(Finance, "Finish"), () => FinishAsync(number))
            : Move("Report.SendBack", Finance, report, ("Move.Note", "Xem lại số liệu (dữ liệu minh họa)"));
    }

    /// <summary>Money of the year is allotted to the commune, and the figures of the ledger are drawn into its report.</summary>
    private IEnumerable<Step> Opening(string number)
    {
        if (holder.Length == 0)
        {
            yield return Step.Look(number, async () => holder = Options(await Accountant.ReadAsync("/du-toan/giao"), "Form.HolderId")[0]);
        }

        var form = $"/quyet-toan-nam/lap?nam={year}&don-vi={holder}";
        yield return new("Report.Allot", number, async () => !await ShowsAsync(Accountant, form, "data-draft=\"quyet-toan-nam\""), () => AllotAsync(number));
        yield return new(
            "Report.Open",
            $"{holder}/{year}",
            // Once it is open, the form leads to it.
            async () => (report = await Officer.LedToAsync(form) ?? "").Length == 0,
            async () =>
            {
                var answer = await SendAsync(Officer, form, form, ("Note", "Không chi trong năm (dữ liệu minh họa)"));
                report = answer.Redirect ?? "";
                return answer;
            });
    }

    /// <summary>Figures that are drawn may be drawn over, but what was sent back may not be submitted before they are.</summary>
    private Step Drawing() => new(
        "Report.Draw", IdOf(report), async () => !await OffersAsync(Leader, "Submit"), () => SendAsync(Officer, report, $"{report}?handler=Draw", ("DrawNote", "Đã xem lại (dữ liệu minh họa)")));

    private Task<bool> OffersAsync(Clerk clerk, string action) => ShowsAsync(clerk, $"{report}?viec={action}", $"?viec={action}\"");

    private Task<(string? Redirect, string Answer)> AllotAsync(string number) => SendAsync(
        Accountant, "/du-toan/giao", "/du-toan/giao", ("Form.HolderId", holder), ("Form.Source", "CAPXA"), ("Form.Year", $"{year}"), ("Form.Kind", "Initial"), ("Form.Amount", "1.000.000"), ("Form.Confirmed", "true"),
        ("Form.DocumentNumber", number), ("Form.DocumentDate", Today), ("Form.Issuer", "UBND xã Cam Lâm (dữ liệu minh họa)"));

    /// <summary>As it is reported, line by line.</summary>
    private async Task<(string? Redirect, string Answer)> AppraiseAsync(string number)
    {
        var address = $"{report}?viec=Appraise";
        var page = await Finance.ReadAsync(address);
        var accepted = Accepted().Matches(page).Select(field => (field.Groups[1].Value, Clerk.Value(page, field.Groups[1].Value)));
        return await FillAsync(Finance, page, address, null, [.. accepted, ("Move.DocumentNumber", $"BB-{number}"), ("Move.DocumentDate", Today)]);
    }

    private async Task<(string? Redirect, string Answer)> FinishAsync(string number)
    {
        var address = $"{report}?viec=Finish";
        return await FillAsync(
            Finance, await Finance.ReadAsync(address), address, ("Upload", "thong-bao.pdf", Files.SignedDocument),
            ("Move.DocumentNumber", $"TB-{number}"), ("Move.DocumentDate", Today), ("Move.Issuer", "Sở Tài chính (dữ liệu minh họa)"));
    }

    [GeneratedRegex("name=\"(Findings\\[[0-9a-f-]{36}\\]\\.Accepted)\"")]
    private static partial Regex Accepted();
}
