using AngleSharp.Dom;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Plans of their own: each test takes a year nobody else uses, so that one territory's one plan of a year is its own.</summary>
internal static class GivenPlans
{
    private static int nextYear = 2030;
    private static int nextFarYear = 3000;

    public static Guid Id() => GivenEstablishments.Id();

    /// <summary>A year for one test; beyond what people plan, within what may be planned.</summary>
    public static int AYear() => Interlocked.Increment(ref nextYear);

    /// <summary>A year for what is arranged without any form: there are not enough for every test of those that a form takes.</summary>
    public static int AFarYear() => Interlocked.Increment(ref nextFarYear);

    /// <summary>The first of two years in a row that are one test's own.</summary>
    public static int TwoYears() => Interlocked.Add(ref nextYear, 2) - 1;

    public static PlanMover Mover(Role role, Guid? user = null, string commune = GivenEstablishments.CamLam) => new(user ?? Id(), act => RoleTable.Allows(role, act), [commune]);

    public static Task<Guid> ADepartment(this App app, string province = App.KhanhHoa) =>
        app.WithDb(province, db => db.Organisations.Where(o => o.ProvinceCode == province && o.Kind == OrganisationKind.Department).Select(o => o.OrganisationId).FirstAsync());

    public static async Task<Allocation> AnAllocation(this App app, int year, long amount, string source = "KCDP", string province = App.KhanhHoa, string? commune = null)
    {
        var holder = commune is null ? await app.ADepartment(province) : await app.AnOffice(commune, province);
        return await app.WithDb(province, async db =>
        {
            var line = Allocation.From(new(Id(), province, holder, commune, source, year));
            var entered = Allotting.Enter(Id(), line, new(AllotmentKind.Initial, new(amount), "01/QĐ", new(2026, 1, 5), "UBND (dữ liệu minh họa)"), "Kế toán", TimeProvider.System).Event.ShouldNotBeNull();
            line.Apply(entered);
            db.Allocations.Add(line);
            db.Record(new([line], []), new([Allotting.PostingOf(line, entered)]), Id());
            db.Because("allocation.allotted", "test");
            await db.SaveChangesAsync();
            return line;
        });
    }

    public static Task<Guid> AnOffice(this App app, string commune, string province = App.KhanhHoa) => app.WithDb(province, async db =>
    {
        if (await db.Organisations.FirstOrDefaultAsync(o => o.Kind == OrganisationKind.CommuneOffice && o.CommuneCode == commune) is { } known)
        {
            return known.OrganisationId;
        }

        var office = Organisation.From(new(Id(), OrganisationKind.CommuneOffice, province, commune, null, [new(Id(), $"UBND {commune}", null)]));
        db.Organisations.Add(office);
        db.Because("organisation.opened", "test");
        await db.SaveChangesAsync();
        return office.OrganisationId;
    });

    /// <summary>An appraised project that asks one source for an amount.</summary>
    public static async Task<Project> AnAppraised(this App app, int year, Regime regime = Regime.Provincial, long support = 200_000_000, string province = App.KhanhHoa, Guid? organisation = null)
    {
        var commune = province == App.KhanhHoa ? GivenEstablishments.CamLam : "26068";
        var kind = regime switch { Regime.National => ProjectKind.NationalGroup, Regime.Provincial => ProjectKind.Provincial, _ => ProjectKind.Commune };
        var source = regime switch { Regime.National => FundingSource.National, Regime.Provincial => FundingSource.Provincial, _ => FundingSource.Commune };
        var text = GivenProjects.Text(await app.AnEstablishment(province: province, commune: commune), kind, regime is Regime.Commune ? commune : null) with
        {
            Year = year,
            Lines = [new(Id(), "Máy ép dầu", "machines", null, "máy", 1, new(2 * support), FundingSplit.Of(s => s == source || s == FundingSource.Counterpart ? new Dong(support) : null))],
        };
        return await app.AProject(text, ProjectState.Appraised, organisation, province);
    }

    public static Task<AnnualPlan> APlan(this App app, int year, Regime regime = Regime.Provincial, string province = App.KhanhHoa) => app.WithDb(province, async db =>
    {
        var commune = regime is Regime.Commune ? GivenEstablishments.CamLam : null;
        if (await db.AnnualPlans.FirstOrDefaultAsync(p => p.Year == year && p.Regime == regime) is { } open)
        {
            return open;
        }

        var holder = await db.Organisations.Where(o => o.ProvinceCode == province && o.Kind == OrganisationKind.Department).Select(o => o.OrganisationId).FirstAsync();
        var plan = AnnualPlan.From(new(Id(), province, regime, commune, year, holder, null, Id(), new(2026, 1, 1)));
        db.AnnualPlans.Add(plan);
        db.Because("plan.opened", "test");
        await db.SaveChangesAsync();
        return plan;
    });

    /// <summary>A batch with projects, taken to a state by people who are none of the test's clients.</summary>
    public static async Task<ApprovalBatch> ABatch(this App app, AnnualPlan plan, BatchState state, params Project[] projects) => await app.WithDb(plan.ProvinceCode, async db =>
    {
        var mine = await db.AnnualPlans.SingleAsync(p => p.AnnualPlanId == plan.AnnualPlanId);
        var writer = Mover(plan.Regime is Regime.Commune ? Role.CommuneOfficer : Role.CentreOfficer);
        var judge = Mover(plan.Regime is Regime.Commune ? Role.CommuneAccountant : Role.DepartmentOfficer);
        var batch = mine.Open(new(Id(), writer.UserId, new(2026, 1, 1)));
        batch.Apply(BatchMoves.Choose(batch, projects, [], writer, Id, TimeProvider.System).Event.ShouldNotBeNull());
        BatchAction[] way = state switch { BatchState.Submitted => [BatchAction.Submit], BatchState.Appraised => [BatchAction.Submit, BatchAction.Appraise], BatchState.SentToAgency => [BatchAction.Submit, BatchAction.Appraise, BatchAction.SendToAgency], _ => [] };
        foreach (var action in way)
        {
            if (action is BatchAction.Appraise)
            {
                batch.Apply(BatchMoves.Appraise(batch, [.. batch.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Proposed), false, null))], new Dictionary<Guid, ProjectFindings>(), [], judge, TimeProvider.System).Event.ShouldNotBeNull());
            }

            batch.Apply(BatchMoves.Of(batch, Id(), new(action, "Lý do", "1/TTr", new(2026, 2, 1)), action is BatchAction.Submit ? writer : judge, TimeProvider.System).Event.ShouldNotBeNull());
        }

        db.ApprovalBatches.Add(batch);
        db.Because("plan.batch-opened", "test");
        await db.SaveChangesAsync();
        return batch;
    });

    /// <summary>Whoever wrote its projects says that the beneficiaries bear what was not given.</summary>
    public static Task Covered(this App app, ApprovalBatch batch) => app.WithDb(batch.ProvinceCode, async db =>
    {
        var now = await db.WholeBatches.SingleAsync(b => b.ApprovalBatchId == batch.ApprovalBatchId);
        foreach (var item in now.Items.Where(i => i.Gap > Dong.Zero))
        {
            now.Apply(new DifferenceCovered(item.PlanItemId, new(item.Gap), new Dictionary<string, Guid>(), Id(), TimeProvider.System.UtcNow));
        }

        db.Because("plan.covered", "test");
        await db.SaveChangesAsync();
        return now;
    });

    public static string Path(this ApprovalBatch batch) => $"/ke-hoach/dot/{batch.ApprovalBatchId}";

    public static Dictionary<string, string> Decision(PlanDecider decider = PlanDecider.ProvincialCommittee) => new()
    {
        ["Move.Decider"] = decider.ToString(),
        ["Move.DocumentNumber"] = "15/QĐ-UBND",
        ["Move.DocumentDate"] = "10/02/2026",
        ["Move.Signer"] = "Người ký minh họa",
        ["Move.Note"] = "Ghi chú",
    };

    public static Task<HttpResponseMessage> Take(this HttpClient client, ApprovalBatch batch, BatchAction action, Dictionary<string, string>? fields = null) =>
        client.SubmitAsync(batch.Path(), fields ?? Decision(), $"{batch.Path()}?viec={action}");

    /// <summary>The version of the record that a page was shown with.</summary>
    public static string Seen(this IParentNode page) => page.QuerySelector("input[name=BaseVersion]")!.GetAttribute("value")!;

    public static Task<ApprovalBatch> Again(this App app, ApprovalBatch batch) => app.WithDb(batch.ProvinceCode, db => db.WholeBatches.AsNoTracking().SingleAsync(b => b.ApprovalBatchId == batch.ApprovalBatchId));

    /// <summary>The two maintained sums of an allocation against its rows.</summary>
    public static Task<(Allocation Line, Dong Entries, Dong Drawn)> Counted(this App app, Allocation line) => app.WithDb(line.ProvinceCode, async db =>
    {
        var now = await db.Allocations.AsNoTracking().Include(a => a.Entries).SingleAsync(a => a.AllocationId == line.AllocationId);
        var drawn = await db.PlanItemAmounts.Where(a => a.AllocationId == line.AllocationId && a.Approved != null).Select(a => a.Approved!.Value).ToListAsync();
        return (now, now.Entries.Select(e => e.Amount).Sum(), drawn.Sum());
    });

    /// <summary>A person of their own for one role.</summary>
    public static async Task<HttpClient> ASomebody(this App app, Role role, string province = App.KhanhHoa, string? commune = null)
    {
        var account = await app.GivenAnAccount(role.ToString(), role, province, commune);
        return app.Client(await app.CookieOf(account));
    }
}
