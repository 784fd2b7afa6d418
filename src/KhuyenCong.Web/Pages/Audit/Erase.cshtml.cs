using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Audit;

/// <summary>A value of the journal that could be erased.</summary>
public sealed record ErasableValue(Guid AuditValueId, string Label, string? Old, string? New, AuditEvent Event);

/// <summary>Xóa giá trị theo yêu cầu: a person's data leaves the journal, the proof stays.</summary>
[Allow(Act.EraseValues)]
public sealed class EraseModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    private const int Most = 200;

    /// <summary>Text to look for in old and new values: usually a person's name or number.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "su-kien")]
    public Guid? EventId { get; set; }

    [BindProperty, StringLength(100, ErrorMessage = "Số yêu cầu dài quá 100 ký tự.")]
    public string? RequestNumber { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<ErasableValue> Found { get; private set; } = [];

    public bool HasMore => Found.Count == Most;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(RequestNumber))
        {
            ModelState.AddModelError(nameof(RequestNumber), Messages.For("audit.request-missing"));
        }

        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("", Messages.For("audit.nothing-chosen"));
        }

        if (!ModelState.IsValid)
        {
            return await FindAsync() ? Page() : NotFound();
        }

        // The province filter holds here too: values of another province's chain are not found.
        var values = await db.AuditValues.Where(v => Chosen.Contains(v.AuditValueId) && v.ErasedByRequest == null).ToListAsync();
        if (values.Count != Chosen.Distinct().Count())
        {
            return NotFound();
        }

        var ids = values.Select(v => v.AuditEventId).Distinct().ToList();
        foreach (var told in await db.AuditEvents.Where(e => ids.Contains(e.AuditEventId)).ToListAsync())
        {
            db.Erase(told, values.FindAll(v => v.AuditEventId == told.AuditEventId), RequestNumber!.Trim());
        }

        await db.SaveChangesAsync();
        TempData.Say($"Đã xóa {values.Count} giá trị theo yêu cầu số {RequestNumber!.Trim()}. Chuỗi niêm phong vẫn kiểm chứng được.");
        return LocalRedirect($"/nhat-ky?viec={Erasure.Kind}");
    }

    private async Task<bool> FindAsync()
    {
        if (EventId is { } only && !await db.AuditEvents.AnyAsync(e => e.AuditEventId == only))
        {
            return false;
        }

        var text = Search?.Trim();
        if (EventId is null && text is not { Length: >= 3 })
        {
            return true;
        }

        // The record of an erasure names what was erased: it must outlive the request.
        var values = db.AuditValues.Where(v => v.ErasedByRequest == null && db.AuditEvents.Any(e => e.AuditEventId == v.AuditEventId && e.Kind != Erasure.Kind));
        values = EventId is { } id ? values.Where(v => v.AuditEventId == id) : values.Where(v => v.Old!.Contains(text!) || v.New!.Contains(text!));
        var found = await values.OrderByDescending(v => v.AuditEventId).ThenBy(v => v.Position).Take(Most).AsNoTracking().ToListAsync();
        var ids = found.Select(v => v.AuditEventId).Distinct().ToList();
        var events = await db.AuditEvents.AsNoTracking().Where(e => ids.Contains(e.AuditEventId)).ToDictionaryAsync(e => e.AuditEventId);
        Found = found.ConvertAll(v => new ErasableValue(v.AuditValueId, AuditFieldWords.Label(v.Field), Shown(v, v.Old), Shown(v, v.New), events[v.AuditEventId]));
        return true;
    }

    /// <summary>Whoever erases need not read what the journal hides from them: its field, its event and the text looked for say which it is.</summary>
    private string? Shown(AuditValue of, string? value) =>
        PersonalFields.Contain(of) && viewer.Reach(Act.ViewPersonalData) is not Scope.Province ? PersonalFields.Hide(value) : AuditFieldWords.Text(of.Field, value);
}
