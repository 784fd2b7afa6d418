using System.Text.RegularExpressions;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Danh sách đơn vị thụ hưởng của đề án nhóm: proposed by the writing unit after approval, confirmed by the Sở with a document; older lists stay.</summary>
[Allow(Act.ViewProjects)]
public sealed partial class BeneficiariesModel(KhuyenCongDb db, Viewer viewer, ProjectBook book, ProjectDesk desk, TimeProvider clock) : PageModel
{
    private IReadOnlyList<ProjectAction> offered = [];

    public Project Project { get; private set; } = null!;

    public ProjectDesk Desk => desk;

    /// <summary>What the plan approved.</summary>
    public Dong? Approved { get; private set; }

    /// <summary>Every list there was, the newest first.</summary>
    public IReadOnlyList<BeneficiaryList> Lists { get; private set; } = [];

    public BeneficiaryList? Proposed => Lists.FirstOrDefault(l => l.State is BeneficiaryListState.Proposed);

    public BeneficiaryList? Confirmed => Lists.FirstOrDefault(l => l.State is BeneficiaryListState.Confirmed);

    /// <summary>The norms' answers for the proposed list, or for the one being typed.</summary>
    public IReadOnlyList<CheckedPart> Checks { get; private set; } = [];

    /// <summary>Suspicions of double support on the proposed list that have no conclusion.</summary>
    public bool DoubleSupportBlocks { get; private set; }

    public bool MayPropose => offered.Contains(ProjectAction.ProposeBeneficiaries);

    public bool MayDecide => Proposed is not null && offered.Contains(ProjectAction.ConfirmBeneficiaries);

    public bool SeesSuspects => viewer.Can(Act.ReceiveProject);

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    [BindProperty(Name = "tim-co-so")]
    public string? Search { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? DocumentDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, false, cancellationToken) ?? Page();

    [Allow(Act.EditProject)]
    public async Task<IActionResult> OnPostRowsAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, true, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.AddRows(clock, 0, 0, Form.Machines.Count + 3);
        return Page();
    }

    [Allow(Act.EditProject)]
    public async Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, true, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.FindAsync(Search ?? "", cancellationToken);
        return Page();
    }

    [Allow(Act.EditProject)]
    public async Task<IActionResult> OnPostAddAsync(Guid id, Guid establishment, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, true, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.AddAsync(establishment, cancellationToken);
        return Page();
    }

    [Allow(Act.EditProject)]
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, true, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!MayPropose)
        {
            return this.Refuse("project.not-allowed");
        }

        var (rows, nobodys) = desk.ReadList();
        foreach (var machine in nobodys)
        {
            ModelState.AddModelError("", Messages.For("beneficiaries.machine-whose", machine.Name));
        }

        Checks = BeneficiaryListing.Faults(Project, rows, Approved).Any() ? [] : await book.CheckAsync(Project.Preview(rows), cancellationToken);
        var ruling = BeneficiaryListing.Propose(Project, rows, Lists.Count, Approved, [.. Checks.Select(c => c.Answer)], Uuid.New(clock), Uuid.New(clock), Said(rows), desk.Mover, clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = FieldOf(b.Field, rows) }));
        if (ruling.Event is not { } proposed || !ModelState.IsValid)
        {
            return Page();
        }

        Proposed?.Replace();
        db.BeneficiaryLists.Add(BeneficiaryList.From(proposed, Project.ProvinceCode));
        Project.Apply(proposed.Step);
        return await SaveAsync("project.beneficiaries-proposed", null, "Đã gửi danh sách. Danh sách áp dụng khi Sở xác nhận.", cancellationToken);
    }

    [Allow(Act.ConcludeAppraisal)]
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid danhSach, CancellationToken cancellationToken)
    {
        if (await LoadToDecideAsync(id, danhSach, cancellationToken) is { } answer)
        {
            return answer;
        }

        var list = Proposed!;
        var note = $"Văn bản số {DocumentNumber?.Trim()} ngày {DocumentDate?.Text()}. {Said(list.Rows)}";
        var ruling = BeneficiaryListing.Confirm(Project, list, Approved, [.. Checks.Select(c => c.Answer)], DoubleSupportBlocks, DocumentNumber, DocumentDate, Uuid.New(clock), note, desk.Mover, clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is nameof(DocumentNumber) or nameof(DocumentDate) ? b.Field : null }));
        if (ruling.Event is not { } confirmed || !ModelState.IsValid)
        {
            return Page();
        }

        Confirmed?.Replace();
        list.Apply(confirmed);
        await db.TraceAsync(SupportSourceKind.Project, id, Project.ProvinceCode, await book.TracesAsync(Project.Preview(list.Rows), cancellationToken), cancellationToken);
        Project.Apply(confirmed);
        return await SaveAsync("project.beneficiaries-confirmed", confirmed.DocumentNumber, "Đã xác nhận danh sách đơn vị thụ hưởng.", cancellationToken);
    }

    [Allow(Act.ConcludeAppraisal)]
    public async Task<IActionResult> OnPostReturnAsync(Guid id, Guid danhSach, CancellationToken cancellationToken)
    {
        if (await LoadToDecideAsync(id, danhSach, cancellationToken) is { } answer)
        {
            return answer;
        }

        var ruling = BeneficiaryListing.Return(Project, Proposed!, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), Uuid.New(clock), desk.Mover, clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is "Note" ? nameof(Reason) : null }));
        if (ruling.Event is not { } returned || !ModelState.IsValid)
        {
            return Page();
        }

        Proposed!.Apply(returned);
        Project.Apply(returned.Step);
        return await SaveAsync("project.beneficiaries-returned", returned.Step.Move.Note, "Đã trả lại danh sách kèm lý do.", cancellationToken);
    }

    private static string Said(IReadOnlyList<ListedBeneficiary> rows) => $"{rows.Count} đơn vị thụ hưởng, tổng hỗ trợ {BeneficiaryListing.Sum(rows)}.";

    private async Task<IActionResult> SaveAsync(string kind, string? reason, string told, CancellationToken cancellationToken)
    {
        db.Because(kind, reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say(told);
        return LocalRedirect($"/de-an/{Project.ProjectId}/don-vi-thu-huong");
    }

    /// <summary>The answer where nothing can be decided; null where the proposed list is the one that was read.</summary>
    private async Task<IActionResult?> LoadToDecideAsync(Guid id, Guid listId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, false, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Proposed?.BeneficiaryListId == listId)
        {
            return MayDecide ? null : this.Refuse("project.not-allowed");
        }

        ModelState.AddModelError("", Messages.For("beneficiaries.gone"));
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, bool typed, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { IsGroup: true } project)
        {
            return NotFound();
        }

        Project = project;
        Lists = await db.BeneficiaryLists.Where(l => l.ProjectId == id).OrderByDescending(l => l.Sequence).ToListAsync(cancellationToken);
        Approved = await book.ApprovedSupportAsync(id, cancellationToken);
        var latest = Proposed ?? Confirmed;
        if (!typed)
        {
            Form = latest is null ? ProjectForm.Of(project.Text) : FormOf(latest.Rows);
        }

        await desk.LoadAsync(Form, project, latest is null ? project.Text.Beneficiaries : [.. latest.Rows.Select(r => r.Text)], cancellationToken);
        if (!desk.Mover.ReadsWhole(project))
        {
            return this.Refuse("project.not-allowed");
        }

        offered = [.. ProjectStates.Offered(project, desk.Mover)];
        Form.AddRows(clock, 0, 0, typed ? Form.Machines.Count : Form.Machines.Count + 2);
        if (Proposed is { } list)
        {
            var preview = project.Preview(list.Rows);
            Checks = await book.CheckAsync(preview, cancellationToken);
            DoubleSupportBlocks = DoubleSupport.Blocks(await book.CandidatesAsync(preview, cancellationToken), await db.ResolutionsAsync(id, cancellationToken));
        }

        return null;
    }

    private static ProjectForm FormOf(IReadOnlyList<ListedBeneficiary> rows)
    {
        var form = ProjectForm.Of(new() { Kind = ProjectKind.NationalGroup, Year = 0, Machines = [.. rows.SelectMany(r => r.Machines)] });
        form.Beneficiaries = [.. rows.Select(r => new BeneficiaryInput { Id = r.BeneficiaryId, EstablishmentId = r.EstablishmentId, ProductionSiteId = r.ProductionSiteId, SupportAsked = r.Support, KindCode = r.KindCode, Cost = r.Cost })];
        return form;
    }

    /// <summary>The input that a breach of one row is about.</summary>
    private string? FieldOf(string? field, IReadOnlyList<ListedBeneficiary> rows)
    {
        if (field is null || Indexed().Match(field) is not { Success: true } match)
        {
            return null;
        }

        var row = Form.Beneficiaries.FindIndex(b => b.Id == rows[int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)].BeneficiaryId);
        return $"Form.Beneficiaries[{row}].{(match.Groups[2].Value is "Support" ? nameof(BeneficiaryInput.SupportAsked) : match.Groups[2].Value)}";
    }

    [GeneratedRegex(@"^Rows\[(\d+)\]\.(\w+)$")]
    private static partial Regex Indexed();
}
