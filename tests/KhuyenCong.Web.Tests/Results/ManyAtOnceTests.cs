using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Results;

public sealed class ManyAtOnceTests(App app)
{
    private const int Officers = 20;

    [Fact]
    public async Task TwentyOfficers_OnOneTarget_AllSucceed_AndTheSumsAreTheRows()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var token = await TokenOf(client, target);

        var answers = await Task.WhenAll(Enumerable.Range(1, Officers).Select(i =>
        {
            var fields = Fields($"Kết quả {i}");
            fields["Form.Quantity"] = $"{i}";
            fields["Form.Amounts[KCDP]"] = $"{i}.000.000";
            return client.SendWith(token, FormOf(target), fields);
        }));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        var (sums, rows) = await app.WithDb(App.KhanhHoa, async db => (
            await db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == target.TargetId),
            await db.Results.AsNoTracking().Where(r => r.TargetId == target.TargetId).ToListAsync()));
        (sums.ResultCount, sums.ResultQuantity, sums.ResultTimes).ShouldBe((rows.Count, rows.Sum(r => r.Quantity), rows.Sum(r => r.Times)));
        (sums.ResultCount, sums.ResultQuantity, sums.ResultAmount).ShouldBe((20, 210, new Dong(210_000_000)));
    }

    [Fact]
    public async Task TwentyIdenticalResults_OneWins_TheOthersGetItsLink()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await app.AProgramme();
        // Half on another target: there the lock does not help, only the unique key.
        var (one, other) = (await app.Target(programme, "T-1"), await app.Target(programme, "T-2"));
        var token = await TokenOf(client, one);
        var serial = Id().ToString("N");

        var answers = await Task.WhenAll(Enumerable.Range(0, Officers).Select(i =>
        {
            var fields = Fields("Máy CNC");
            fields["Form.Serial"] = serial;
            return client.SendWith(token, FormOf(i % 2 == 0 ? one : other), fields);
        }));

        var winner = answers.Where(a => a.StatusCode == HttpStatusCode.Redirect).ShouldHaveSingleItem().ResultId();
        foreach (var loser in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect))
        {
            loser.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await loser.PageAsync()).QuerySelector($".notice-bad a[href='/ket-qua/{winner}']").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task TheSameForm_SentTwentyTimesAtOnce_RecordsOnce()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var token = await TokenOf(client, target);
        var fields = Fields("Bấm nhiều lần");
        var file = APdf();

        var answers = await Task.WhenAll(Enumerable.Range(0, Officers).Select(_ => client.SendWith(token, FormOf(target), fields, file)));

        answers.Select(a => a.ResultId()).Distinct().ShouldHaveSingleItem();
        (await app.WithDb(App.KhanhHoa, db => db.Results.CountAsync(r => r.TargetId == target.TargetId))).ShouldBe(1);
    }

    private static async Task<string> TokenOf(HttpClient client, Target target) =>
        (await client.GetPageAsync(FormOf(target))).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
