using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Ledgers;

/// <summary>Lines of holders of their own: a year that is over has only so many.</summary>
internal static class GivenLedgers
{
    /// <summary>Over, so that it may be closed.</summary>
    public const int OldYear = 2024;

    public static Guid Id() => GivenPlans.Id();

    public static Task<Guid> AHolder(this App app, string province = App.KhanhHoa) => app.WithDb(province, async db =>
    {
        var holder = Organisation.From(new(Id(), OrganisationKind.OtherDepartment, province, null, null, [new(Id(), $"Đơn vị dự toán {Id():N} (dữ liệu minh họa)", null)]));
        db.Organisations.Add(holder);
        db.Because("organisation.opened", "test");
        await db.SaveChangesAsync();
        return holder.OrganisationId;
    });

    public static async Task<Allocation> ALine(this App app, long amount, int year = OldYear, string province = App.KhanhHoa, Guid? holder = null, string source = "KCDP")
    {
        var of = holder ?? await app.AHolder(province);
        return await app.WithDb(province, async db =>
        {
            var line = Allocation.From(new(Id(), province, of, null, source, year));
            var entered = Allotting.Enter(Id(), line, new(AllotmentKind.Initial, new(amount), "01/QĐ", new(2024, 1, 5), "UBND (dữ liệu minh họa)"), "Kế toán", TimeProvider.System).Event.ShouldNotBeNull();
            line.Apply(entered);
            db.Allocations.Add(line);
            db.Record(new([line], []), new([Allotting.PostingOf(line, entered)]), Id());
            db.Because("allocation.allotted", "test");
            await db.SaveChangesAsync();
            return line;
        });
    }

    public static Posting Of(Allocation line, LedgerKind kind, long amount, Guid? project = null, Guid? contract = null, LedgerCauseKind cause = LedgerCauseKind.Contract) =>
        new(Id(), line.AllocationId, kind, new(amount), new(cause, contract ?? line.AllocationId), TimeProvider.System.Today, project, contract, cause is LedgerCauseKind.YearEnd ? "Chuyển nguồn" : null);

    /// <summary>Posts as every use case of money does; the codes of what is refused.</summary>
    public static Task<IReadOnlyList<string>> Post(this App app, Allocation line, params Posting[] postings) => app.WithDb(line.ProvinceCode, db => db.WriteLedgerAsync<IReadOnlyList<string>>([line.AllocationId], null, async ledger =>
    {
        var ruling = ledger.Judge(postings, TimeProvider.System.Today);
        if (ruling.Event is { } posted)
        {
            db.Record(ledger, posted, Id());
            db.Because("ledger.corrected", "test");
            await db.SaveChangesAsync();
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }));

    public static Task<LedgerFinding> Prove(this App app, Allocation line) => app.WithDb(line.ProvinceCode, db => db.ProveLedgerAsync(line.AllocationId));
}
